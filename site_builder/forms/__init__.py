"""Forms in the browser, made from the models: `python -m site_builder edit`. See decision 30.

`fields` makes the fields of a form from a model and what stands in a file, reads what comes back, and puts findings at
their fields. `desk` saves through `edge.editing`, one commit a save. `guard` says who may ask for what, `application`
answers, and `answers` has the pages.
"""
