"""What MLflow's pages show in Chromium, for the tests, and pictures of them, for the documents.

    python mlflow_pages.py [--pictures DIRECTORY] [--height PIXELS] < pages.json > shown.json

pages.json is a list of {"name": ..., "url": ..., "charts": whether}.
Of each page the answer has all texts, the rows of the list, and of every chart the texts around it (title, legend)
and the labels within. Needs the package playwright, and Chromium as distributions install it, or as CHROMIUM names it.
"""

import argparse
import json
import os
import shutil
import sys

from playwright.sync_api import sync_playwright

SECONDS = 1000
ASSISTANT = '[data-component-id="mlflow.assistant.chat_panel.close"]'
CARD = '[data-testid="experiment-view-compare-runs-card"]'
SHOWN = """card => {
  const texts = (root, selector) => [...root.querySelectorAll(selector)].map(e => e.textContent.trim()).filter(t => t);
  const rows = {};
  document.querySelectorAll('.ag-row').forEach(row => {
    const at = row.getAttribute('row-index');
    rows[at] = [...(rows[at] || []), ...texts(row, '.ag-cell')];
  });
  return {
    text: document.body.innerText,
    rows: Object.keys(rows).map(Number).sort((a, b) => a - b).map(at => rows[at]),
    charts: [...document.querySelectorAll(card)].map(e => ({text: e.innerText, labels: texts(e, 'svg text')})),
  };
}"""

# Cards that begin well within the window have their drawing; those below are drawn when somebody scrolls there.
DRAWN = """card => {
  const seen = [...document.querySelectorAll(card)].filter(e => e.getBoundingClientRect().top < innerHeight - 150);
  return seen.length > 0 && seen.every(e => e.querySelector('svg text'));
}"""


def chromium():
    for name in (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"):
        if name and shutil.which(name):
            return shutil.which(name)
    sys.exit("Chromium is not installed")


def settle(page, charts):
    """Waits for the list or the charts to be there, and until nothing more is drawn."""
    if charts:
        page.wait_for_function(DRAWN, arg=CARD, timeout=60 * SECONDS)
    else:
        page.wait_for_selector(".ag-row, [role=row]", timeout=60 * SECONDS)
    before, now = None, page.evaluate("document.body.innerHTML.length")
    for _ in range(40):
        page.wait_for_timeout(1 * SECONDS)
        before, now = now, page.evaluate("document.body.innerHTML.length")
        if before == now:
            return


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pictures", help="a directory for a picture of each page")
    arguments.add_argument("--height", type=int, default=860, help="of the window; charts outside it are not drawn")
    options = arguments.parse_args()
    pictures = options.pictures
    shown = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        context = browser.new_context(locale="en-US", timezone_id="UTC",
                                      viewport={"width": 1280, "height": options.height})
        for wanted in json.load(sys.stdin):
            page = context.new_page()
            page.goto(wanted["url"])
            settle(page, wanted["charts"])
            if page.locator(ASSISTANT).count():  # the panel of a first visit; a person closes it once, too
                page.locator(ASSISTANT).click()
                settle(page, wanted["charts"])
            shown.append({"name": wanted["name"], "url": page.url, **page.evaluate(SHOWN, CARD)})
            if pictures:
                page.screenshot(path=os.path.join(pictures, wanted["name"] + ".png"))
            page.close()
        browser.close()
    json.dump(shown, sys.stdout)


if __name__ == "__main__":
    main()
