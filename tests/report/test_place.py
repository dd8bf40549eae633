import json

import pytest

from analysis.errors import CommuniqueError
from analysis.report import place


def old_report(folder, *files):
    folder.mkdir()
    for name in files:
        (folder / name).write_text(name)
    manifest = {"format": 1, "outputs": dict.fromkeys(files, "x")}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


def test_a_report_comes_into_place_when_it_is_whole(tmp_path):
    target = place.check(tmp_path / "new" / "report")
    with place.staging(target) as aside:
        (aside / "report.html").write_text("x")
        assert aside.parent == target.parent  # so that the move is a rename
        assert not target.exists()
    assert (target / "report.html").read_text() == "x"
    assert [p.name for p in target.parent.iterdir()] == ["report"]
    assert target.stat().st_mode & 0o777 == (tmp_path / "new").stat().st_mode & 0o777


def test_an_old_report_is_replaced_whole(tmp_path):
    target = place.check(old_report(tmp_path / "report", "report.html", "of_before.csv"))
    with place.staging(target) as aside:
        (aside / "report.html").write_text("new")
    assert [p.name for p in target.iterdir()] == ["report.html"]
    assert [p.name for p in tmp_path.iterdir()] == ["report"]


@pytest.mark.parametrize("broken", [ValueError, KeyboardInterrupt, SystemExit])
def test_what_breaks_leaves_the_old_report_whole(tmp_path, broken):
    target = place.check(old_report(tmp_path / "report", "report.html"))
    with pytest.raises(broken), place.staging(target) as aside:
        (aside / "report.html").write_text("half")
        raise broken
    assert (target / "report.html").read_text() == "report.html"
    assert [p.name for p in tmp_path.iterdir()] == ["report"]


def test_a_break_between_the_two_moves_puts_the_old_report_back(tmp_path, monkeypatch):
    target = place.check(old_report(tmp_path / "report", "report.html"))
    rename = type(target).rename

    def once(self, goal):
        if self.suffix == ".part":
            raise KeyboardInterrupt
        return rename(self, goal)

    monkeypatch.setattr(type(target), "rename", once)
    with pytest.raises(KeyboardInterrupt), place.staging(target):
        pass
    assert (target / "report.html").read_text() == "report.html"
    assert [p.name for p in tmp_path.iterdir()] == ["report"]


def test_a_link_to_a_report_stays_a_link(tmp_path):
    real = old_report(tmp_path / "real", "report.html")
    (tmp_path / "link").symlink_to(real)
    with place.staging(place.check(tmp_path / "link")) as aside:
        (aside / "report.html").write_text("new")
    assert (tmp_path / "link").is_symlink()
    assert (real / "report.html").read_text() == "new"


def test_a_file_that_somebody_put_into_the_report_is_not_thrown_away(tmp_path):
    target = old_report(tmp_path / "report", "report.html")
    (target / "my notes.md").write_text("mine")
    with pytest.raises(CommuniqueError, match=r"holds my notes\.md, which is not part of the report there"):
        place.check(target)


def test_what_jupyter_leaves_behind_is_no_hindrance(tmp_path):
    target = old_report(tmp_path / "report", "report.html")
    (target / ".ipynb_checkpoints").mkdir()
    (target / ".ipynb_checkpoints" / "a-checkpoint.ipynb").write_text("{}")
    assert place.check(target) == target
