"""What is asked of every page and every published file of the miniature, asked of the real ones: see `conftest.py`."""

from tests.test_export_background import test_everything_is_there_exactly_once
from tests.test_export_follow_up import (
    test_every_answer_is_there_exactly_once,
    test_the_old_keys_say_no_more_than_they_can,
    test_the_standings_say_what_is_known,
)
from tests.test_export_plans import test_no_reference_is_left_in_the_data, test_what_is_published_fits_the_schema
from tests.test_finish import test_the_site_says_both
from tests.test_markup import (
    test_a_browser_reads_what_is_written,
    test_every_id_is_one_of_its_kind_and_every_name_leads_to_one,
    test_every_table_has_a_caption_and_headers_with_a_scope,
    test_nothing_on_a_page_is_english,
)
from tests.test_privacy import test_no_page_needs_an_exception
from tests.test_search_words import (
    reader,
    test_the_browser_finds_the_same_stems,
    test_the_index_is_the_same_every_time_and_holds_every_page,
)
from tests.test_site import (
    test_every_page_can_be_edited_where_it_is_written,
    test_every_page_has_one_heading_a_language_a_title_and_a_description,
    test_headings_do_not_skip_a_level,
    test_no_link_and_no_anchor_is_broken,
    test_no_mark_of_a_reference_or_template_is_left,
    test_no_page_asks_another_origin,
)
from tests.test_web_files import (
    test_every_page_can_be_reported,
    test_every_page_says_what_it_is_in_structured_data,
    test_robots_and_sitemap_say_where_the_pages_are,
)

__all__ = [
    "reader",
    "test_a_browser_reads_what_is_written",
    "test_every_answer_is_there_exactly_once",
    "test_every_id_is_one_of_its_kind_and_every_name_leads_to_one",
    "test_every_page_can_be_edited_where_it_is_written",
    "test_every_page_can_be_reported",
    "test_every_page_has_one_heading_a_language_a_title_and_a_description",
    "test_every_page_says_what_it_is_in_structured_data",
    "test_every_table_has_a_caption_and_headers_with_a_scope",
    "test_everything_is_there_exactly_once",
    "test_headings_do_not_skip_a_level",
    "test_no_link_and_no_anchor_is_broken",
    "test_no_mark_of_a_reference_or_template_is_left",
    "test_no_page_asks_another_origin",
    "test_no_page_needs_an_exception",
    "test_no_reference_is_left_in_the_data",
    "test_nothing_on_a_page_is_english",
    "test_robots_and_sitemap_say_where_the_pages_are",
    "test_the_browser_finds_the_same_stems",
    "test_the_index_is_the_same_every_time_and_holds_every_page",
    "test_the_old_keys_say_no_more_than_they_can",
    "test_the_site_says_both",
    "test_the_standings_say_what_is_known",
    "test_what_is_published_fits_the_schema",
]
