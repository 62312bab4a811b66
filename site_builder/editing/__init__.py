"""Changes of YAML text that touch nothing but what is meant.

The reader (`reading.yaml_reader`) knows where every key and value stands. The functions here use those places: they
take a `SourceFile`, the keys that lead to a value in it, and what shall stand there, and give a new `SourceFile`,
already read again. All else in the text is the same to the byte: comments, order, wrapping, every other style.

    from site_builder.editing.values import with_value, without
    from site_builder.editing.items import with_item, with_item_moved

    source, faults = parse("content/organizations/x.yaml", text)
    source = with_value(source, ("name",), "Nytt namn")              # set a value, or put in a key that is missing
    source = with_value(source, ("sources", 0, "page"), 4)           # at any depth, in a flow collection too
    source = with_item(source, ("aliases",), 1, "Ett namn till")     # put in an item of a list
    source = with_item_moved(source, ("aliases",), 1, 0)             # change the order
    source = without(source, ("administration",))                    # take away a key with its value, or an item
    source.text                                                      # what to write

**What is given** is a `Value`: a string, a number, a day, a truth value, or lists and mappings of them. Types decide
the style: an `int` is written bare (`year: 2024`), a string that another program would take for a number in quotes
(`number: "2:3"`). A value that is exchanged keeps its style where the new one can have it. A long one is folded, and of
a folded one the lines stay that need not change.

**A whole thing** may be given to `with_value` too: a mapping or a list is compared with what stands there, and only
what differs is touched (a list by its items, those with an equal `id` as the same one). A form can give all it has.

**A key that is missing** gets the place that the model gives it: after the nearest field before it that stands there.

**What is promised**: the text that comes out reads as exactly what was meant. It is read again after each step; if it
did not, or if the place is none that can be edited, `CannotEditError` is raised and nothing has happened.

What is *not* promised: the comments inside a value that is taken away or exchanged for one of another shape go with it;
a comment above an item stays when the item goes, and comes along when it moves.

`fields` knows the order of the fields, `nodes` where a value begins and ends, `scalars` and `writing` how a value is
written, `edit` how pieces of text are exchanged, `keys` and `items` the steps that the rest is made of. The jobs that
editors do by command are in `jobs`. On the disk, `edge.editing.job` does a job (`do`: proposed, checked as it would be,
written) or writes texts that were changed otherwise (`save_texts`): all of them or none, and none if a file is not
what was read any longer.
"""
