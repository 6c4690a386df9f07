"""A picture of a page in Chromium, from its top or from a heading on.

    python page.py PAGE.html PICTURE.png [--from HEADING] [--width PIXELS] [--height PIXELS]

Needs the package playwright, and Chromium as distributions install it, or as CHROMIUM names it.
"""

import argparse
import os
import pathlib

from playwright.sync_api import sync_playwright


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("page", type=pathlib.Path)
    arguments.add_argument("picture")
    arguments.add_argument("--from", dest="heading", help="what stands at the top of the picture")
    arguments.add_argument("--width", type=int, default=900)
    arguments.add_argument("--height", type=int, default=551)
    options = arguments.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
                                             args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": options.width, "height": options.height}, color_scheme="light")
        page.goto(options.page.resolve().as_uri())
        if options.heading:
            page.get_by_role("heading", name=options.heading, exact=True).evaluate("heading => heading.scrollIntoView()")
        page.screenshot(path=options.picture)
        browser.close()


if __name__ == "__main__":
    main()
