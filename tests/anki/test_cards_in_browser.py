"""Cards in a real browser, as the real backend renders them: readable on a phone and a desktop, by day and by night."""

from pathlib import Path
from typing import TYPE_CHECKING

from anki_samples import LONG_AGO, Importer, pictured_set
from card_pages import WIDTHS, opened_browser, sides, write_page

from quizgen.anki import export_apkg

if TYPE_CHECKING:
    from anki.collection import Collection

# The lowest contrast between any text and what lies behind it, after WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
LOWEST_CONTRAST = """() => {
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => numbers(colour).slice(0, 3)
    .map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = element => {
    const colour = getComputedStyle(element).backgroundColor;
    return numbers(colour)[3] === 0 && element.parentElement ? ground(element.parentElement) : colour;
  };
  let lowest = [21, ''];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || element.closest('style') || !element.checkVisibility()) continue;
    if (element.closest('#typeans')) continue;  // the client's own colours
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < lowest[0]) lowest = [ratio, node.textContent];
  }
  return lowest;
}"""


def test_every_side_of_every_card_is_readable_and_asks_for_nothing(
    collection: "Collection", bring_in: Importer, tmp_path: Path
) -> None:
    made = pictured_set(tmp_path)
    bring_in(export_apkg([made], tmp_path / "x.apkg", modified=LONG_AGO, media_roots={"almanac": tmp_path}).path)
    faults: list[str] = []
    asked: list[tuple[str, str]] = []
    shown = 0
    with opened_browser() as browser:
        page = browser.new_page()
        now = ""
        page.on("console", lambda message: faults.append(f"{now}: console says {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"{now}: {error}"))
        page.on("request", lambda request: asked.append((now, request.url)))
        page.on("requestfailed", lambda request: faults.append(f"{now}: {request.url} is not there"))
        for side in sides(collection):
            path = write_page(collection, side)
            for width in WIDTHS:
                now = f"{side.name} at {width} px"
                page.set_viewport_size({"width": width, "height": 640})
                page.goto(path.as_uri())
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    faults.append(f"{now}: wider than the screen")
                contrast, words = page.evaluate(LOWEST_CONTRAST)
                if contrast < 4.5:
                    faults.append(f"{now}: contrast {contrast:.2f} of {words!r}")
                if "{{" in page.inner_text("body"):
                    faults.append(f"{now}: a field that does not exist")
                shown += 1
    home = Path(collection.media.dir()).as_uri()
    faults += (f"{when}: asks for {url}" for when, url in asked if not url.startswith(home))
    assert not faults, "\n".join(faults)
    assert shown == 13 * 2 * 2 * 2  # cards, sides, modes, widths


def test_right_answers_are_marked_by_a_sign_on_the_back_only(
    collection: "Collection", bring_in: Importer, package: Path
) -> None:
    bring_in(package)
    signs = """() => [...document.querySelectorAll('.quiz *')].flatMap(element =>
      ['::before', '::after'].filter(at => getComputedStyle(element, at).content === '"✓"').map(() => element.innerText))"""
    found: dict[str, list[str]] = {}
    with opened_browser() as browser:
        page = browser.new_page()
        for side in sides(collection):
            page.goto(write_page(collection, side).as_uri())
            found[side.name] = page.evaluate(signs)

    assert not any(marked for name, marked in found.items() if "-front-" in name)
    assert found["largest-planet-1-back-day"] == ["Jupiter"]
    assert sorted(found["inner-planets-1-back-night"]) == ["Mars", "Mercury"]
    assert found["sun-planet-1-back-day"] == ["False"]
    assert found["capital-of-japan-1-back-day"] == ["Tokyo"]
    assert found["marathon-1-back-day"] == ["42,195 metres"]
