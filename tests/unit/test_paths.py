"""Shipped data in a checkout; the installed wheel is tested in test_packaging.py."""

from __future__ import annotations

from pathlib import Path

from app import paths


def test_shipped_data_lie_beside_the_package_in_a_checkout() -> None:
    assert (paths.data_dir() / "pyproject.toml").is_file()
    assert paths.resources() == paths.data_dir() / "resources"
    assert paths.clause_library() == paths.data_dir() / "clause_library"


def test_the_settings_folder_lies_in_the_users_home_and_is_not_made(home: Path) -> None:
    folder = paths.user_config_dir()
    assert folder.is_relative_to(home)
    assert "klausellupe" in folder.parts
    assert not folder.exists()
