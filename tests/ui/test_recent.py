"""Files opened last: the name of a deleted case's document goes with the case."""

from __future__ import annotations

from app.ui.settings import WindowSettings


def test_a_file_that_is_forgotten_is_named_no_more_and_the_others_stay(tmp_path):
    one, other = tmp_path / "eins.pdf", tmp_path / "zwei.pdf"
    for path in (one, other):
        path.touch()
        WindowSettings().keep_recent(path)
    WindowSettings().forget_recent(one)
    assert WindowSettings().recent() == (other,)
