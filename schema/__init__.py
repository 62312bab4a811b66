"""What a content file may say: pydantic models, one module a concept.

Nothing here imports the rest of the project. Field names are English (they are keys in YAML and JSON); every field has
a Swedish title and help text, which end up in the JSON Schema that editors and their tools read.
"""
