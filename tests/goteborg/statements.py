"""Cases of sentences that only the city's own content can show: its programme is known through reports alone."""

YOUTH, CLIMATE, READING = "ungdomsplan-2023-2026", "klimatprogram-2022-2027", "lasplan-2024-2027"
PLAN, PROGRAMME, SILENCE = "handlingsplan-2023-2026", "program-2022-2026", "tystnadskulturer-2023-2025"

# As the cases of `test_statements.py`: a key, a page that may say it and one that may not, each with its content.
CITY_CASES = [
    ("follow_up.own", f"as it is:{YOUTH}/uppfoljning/", f"city:{PROGRAMME}/uppfoljning/"),
    ("follow_up.group", f"city:{PROGRAMME}/uppfoljning/", f"as it is:{READING}/uppfoljning/"),
    ("follow_up.without-note", f"as it is:{YOUTH}/uppfoljning/", f"city:{PROGRAMME}/uppfoljning/"),
    ("follow_up.body-own", "as it is:organisationer/kulturnamnden/", "city:organisationer/utbildningsnamnden/"),
    ("follow_up.body-group", "city:organisationer/utbildningsnamnden/", "as it is:organisationer/tekniska-namnden/"),
    ("follow_up.not-taken-up", f"without a form:{YOUTH}/uppfoljning/", f"city:{PLAN}/uppfoljning/"),
    ("follow_up.form-whole", f"city:{PROGRAMME}/uppfoljning/", f"city:{PLAN}/uppfoljning/"),
    ("follow_up.year-own", f"as it is:{YOUTH}/insatser/1-1/", f"city:{PROGRAMME}/strategier/1-1/"),
    ("follow_up.year-group", f"city:{PROGRAMME}/strategier/1-1/", f"as it is:{YOUTH}/insatser/1-1/"),
    ("follow_up.year-other", f"city:{PROGRAMME}/strategier/3-3/", f"city:{PROGRAMME}/strategier/1-1/"),
    ("follow_up.no-indicators", f"city:{PROGRAMME}/uppfoljning/", f"city:{PLAN}/uppfoljning/"),
    ("follow_up.statement", f"city:{PROGRAMME}/strategier/1-1/", f"city:{PLAN}/insatser/1-1/"),
    ("organizations.general-explanation", "city:organisationer/aklagarmyndigheten/",
     "city:organisationer/socialnamnd-sydvast/"),
    ("intervention.no-expected-result", f"as it is:{CLIMATE}/strategier/1-1/", f"city:{PROGRAMME}/strategier/1-1/"),
    ("intervention.no-target-group", f"city:{PLAN}/insatser/4-5/", f"city:{PROGRAMME}/strategier/1-1/"),
    ("intervention.no-references", f"city:{PLAN}/insatser/3-2/", f"city:{PROGRAMME}/strategier/1-1/"),
    ("intervention.no-referenced-by", f"city:{PLAN}/insatser/3-2/", f"city:{PROGRAMME}/strategier/1-1/"),
    ("plan.document", f"city:{PLAN}/", f"city:{SILENCE}/"),
    ("plan.measures-lead", f"city:{PLAN}/insatser/", f"city:{PROGRAMME}/strategier/"),
    ("matrix.empty-unknown", f"city:{PROGRAMME}/ansvarsmatris/", f"as it is:{YOUTH}/ansvarsmatris/"),
    ("matrix.empty-cell", f"as it is:{YOUTH}/ansvarsmatris/", f"city:{PROGRAMME}/ansvarsmatris/"),
]  # fmt: skip
