"""The one table of checks: code, severity and rule. A rule knows neither its code nor its severity."""

from site_builder.checks.names import (
    addresses,
    anchors,
    numbering,
    orphans,
    plan_names,
    redirects,
    references,
    short_titles,
)
from site_builder.checks.plans import case_numbers, connections, drafts, indicators, periods, responsibility
from site_builder.checks.reports import follow_ups, locks
from site_builder.checks.table import Check
from site_builder.checks.texts import compounds, explanations, help_lines, links, privacy, text
from site_builder.foundation.diagnostic import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

CHECKS = (
    # What is named exists.
    Check("unknown-intervention", ERROR, references.ensure_interventions_exist),
    Check("unknown-area", ERROR, references.ensure_areas_exist),
    Check("unknown-plan", ERROR, references.ensure_plans_exist),
    Check("unknown-organization", ERROR, references.ensure_organizations_exist),
    Check("group-as-member", ERROR, references.ensure_members_are_organizations),
    Check("unknown-document", ERROR, references.ensure_documents_exist),
    Check("unknown-source-document", ERROR, references.ensure_sources_exist),
    Check("unknown-category", ERROR, references.ensure_categories_exist),
    Check("unknown-term", ERROR, references.ensure_terms_exist),
    Check("unknown-decision", ERROR, references.ensure_decisions_exist),
    Check("unknown-starting-point", ERROR, references.ensure_starting_points_exist),
    Check("unknown-indicator", ERROR, references.ensure_indicators_exist),
    Check("unknown-topic", ERROR, references.ensure_topics_exist),
    Check("unknown-follow-up", ERROR, references.ensure_follow_ups_exist),
    Check("unknown-draft", ERROR, references.ensure_drafts_exist),
    Check("unknown-page", ERROR, references.ensure_pages_exist),
    Check("reference-without-plan", ERROR, plan_names.ensure_plans_are_named),
    Check("unknown-prefix", ERROR, references.ensure_references_say_what_they_mean),
    # References are written as they should be.
    Check("malformed-reference", ERROR, text.ensure_references_are_whole),
    Check("reference-in-label", ERROR, text.ensure_labels_have_no_references),
    Check("self-reference", ERROR, connections.ensure_nothing_refers_to_itself),
    Check("repeated-reference", ERROR, connections.ensure_references_are_not_repeated),
    Check("carries-out-own-plan", ERROR, connections.ensure_other_plans_are_carried_out),
    # Files, ids and numbers agree.
    Check("file-name-differs", ERROR, numbering.ensure_file_names_are_ids),
    Check("duplicate-id", ERROR, numbering.ensure_ids_are_used_once),
    Check("number-used-twice", ERROR, numbering.ensure_numbers_are_used_once),
    Check("number-outside-area", ERROR, numbering.ensure_numbers_are_in_an_area),
    Check("numbering-gap", ERROR, numbering.ensure_numbering_has_no_gaps),
    Check("case-number-form", ERROR, case_numbers.ensure_case_numbers_have_their_form),
    Check("orphan-file", WARNING, orphans.ensure_nothing_is_left_over),
    # Who does what.
    Check("no-responsible-body", ERROR, responsibility.ensure_somebody_is_responsible),
    Check("contradicting-responsibility", ERROR, responsibility.ensure_responsibility_is_not_both_known_and_unknown),
    Check("role-without-body", ERROR, responsibility.ensure_roles_have_bodies),
    Check("coordinator-missing", ERROR, responsibility.ensure_scopes_have_a_coordinator),
    Check("repeated-body", ERROR, responsibility.ensure_bodies_have_a_role_once),
    # Follow-up.
    Check("answer-without-duty", ERROR, follow_ups.ensure_answers_come_from_those_with_a_duty),
    Check("value-outside-scale", ERROR, follow_ups.ensure_values_are_on_the_scale),
    Check("period-outside-plan", ERROR, follow_ups.ensure_reports_are_about_a_year_of_the_plan),
    Check("answered-twice", ERROR, follow_ups.ensure_questions_are_answered_once),
    Check("missing-comment", ERROR, follow_ups.ensure_all_but_yes_is_explained),
    Check("reading-without-yes", ERROR, follow_ups.ensure_readings_qualify_a_yes),
    Check("answered-and-not", ERROR, follow_ups.ensure_nobody_with_an_answer_is_said_to_lack_it),
    Check("report-edited", ERROR, locks.ensure_locked_reports_are_not_edited),
    Check("report-unlocked", INFO, locks.ensure_finished_reports_are_locked),
    Check("correction-without-answer", ERROR, locks.ensure_corrections_correct_an_answer),
    Check("correction-too-early", ERROR, locks.ensure_corrections_come_after_the_answer),
    # From draft to decision.
    Check("outcome-differs", ERROR, drafts.ensure_outcomes_fit_what_became),
    Check("draft-order", ERROR, drafts.ensure_drafts_continue_earlier_ones),
    # Time.
    Check("baseline-after-target", ERROR, indicators.ensure_baselines_come_first),
    Check("period-reversed", ERROR, periods.ensure_periods_begin_before_they_end),
    Check("decision-after-period", ERROR, periods.ensure_plans_are_decided_in_time),
    Check("undated-plan-decision", WARNING, periods.ensure_plan_decisions_are_dated),
    Check("date-outside-year", ERROR, periods.ensure_dates_and_years_agree),
    Check("plan-expired", INFO, periods.ensure_plan_is_current),
    # Texts.
    Check("raw-html", ERROR, text.ensure_texts_have_no_html),
    Check("heading-in-text", ERROR, text.ensure_texts_have_no_headings),
    Check("empty-heading", ERROR, text.ensure_headings_have_words),
    Check("not-prose", ERROR, text.ensure_texts_are_prose),
    Check("misread-list", ERROR, text.ensure_lists_are_shown_as_written),
    Check("page-title", ERROR, text.ensure_pages_have_one_title),
    Check("address-taken", ERROR, addresses.ensure_pages_have_addresses_of_their_own),
    Check("address-lost", ERROR, redirects.ensure_published_addresses_lead_somewhere),
    Check("redirect-to-nowhere", ERROR, redirects.ensure_redirects_lead_to_pages),
    Check("redirect-ring", ERROR, redirects.ensure_redirects_are_no_ring),
    Check("redirect-from-page", ERROR, redirects.ensure_redirects_hide_no_page),
    Check("redirected-twice", ERROR, redirects.ensure_addresses_are_moved_once),
    Check("heading-taken", ERROR, anchors.ensure_headings_have_places_of_their_own),
    Check("unsafe-link", ERROR, links.ensure_links_are_safe),
    Check("relative-link", ERROR, links.ensure_links_inside_are_references),
    Check("unsupported-explanation", ERROR, explanations.ensure_explanations_have_a_source_or_a_mark),
    Check("foreign-image", ERROR, links.ensure_images_are_ours),
    Check("image-without-words", ERROR, links.ensure_images_have_words),
    Check("unexplained-abbreviation", WARNING, text.ensure_abbreviations_are_explained),
    Check("short-title-missing", WARNING, short_titles.ensure_long_titles_have_a_short_one),
    # What only an editor can find out.
    Check("help-unverified", INFO, help_lines.ensure_help_leads_somewhere),
    # What the search has to know.
    Check("undecided-compound", INFO, compounds.ensure_long_words_are_decided),
    # Nothing personal.
    Check("identity-number", ERROR, privacy.ensure_no_identity_numbers),
    Check("personal-email", ERROR, privacy.ensure_no_personal_addresses),
    Check("telephone-number", ERROR, privacy.ensure_no_telephone_numbers),
)
