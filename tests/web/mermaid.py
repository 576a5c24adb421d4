"""What Mermaid itself makes of the graphs and plans that advise writes for it, in a headless Chromium.

    mermaid.py PROGRAM PROJECT MERMAID.min.js

Every text is parsed and drawn by Mermaid; the drawing has the nodes and the lines of the text, and no word of a label became markup.
Prints each failure, and at the end "N passed, N failed". Exit code 3: there is no browser."""
import json
import os
import re
import subprocess
import sys
import tempfile

from browser import Browser, BrowserError, find_browser

# name, arguments
GRAPHS = [
    ("the shipped rules", ["graph"]),
    ("the shipped rules in Persian", ["graph", "--lang", "fa"]),
    ("one role for a person", ["graph", "--focus", "infra", "--profile", "{examples}/sara.txt"]),
    ("one role for a person in Persian", ["graph", "--focus", "infra", "--profile", "{examples}/maryam.txt"]),
    ("hostile names", ["graph", "{web}/hostile.rules"]),
    ("hostile names in Persian", ["graph", "{web}/hostile.rules", "--lang", "fa"]),
    ("a plan", ["plan", "infra", "{examples}/nima.txt"]),
    ("a plan in Persian", ["plan", "infra", "{examples}/nima.txt", "--lang", "fa"]),
]

# Parses a text and draws it. Gives how many nodes and lines it drew, and what should not be there.
DRAW = """(async text => {
    await mermaid.parse(text);
    const { svg } = await mermaid.render('drawn', text);
    document.querySelector('#here').innerHTML = svg;
    const all = wanted => document.querySelectorAll('#here ' + wanted).length;
    return [all('g.node'), all('.edgePaths > path, path.flowchart-link'), all('script, iframe, img, details, style style, foreignObject a'), window.harmed || 0];
})"""


def run(program, project, library):
    passed, failed = 0, 0
    places = {"examples": os.path.join(project, "examples"), "web": os.path.join(project, "tests", "web")}
    browser = Browser(find_browser())
    try:
        with tempfile.TemporaryDirectory(prefix="advise_mermaid_") as folder:
            page = os.path.join(folder, "page.html")
            with open(page, "w", encoding="utf-8") as out:
                out.write('<!DOCTYPE html><meta charset="utf-8"><div id="here"></div><script>window.alert = () => { window.harmed = 1 }</script>'
                          f'<script src="file://{os.path.abspath(library)}"></script>'
                          '<script>mermaid.initialize({startOnLoad: false, maxEdges: 5000, maxTextSize: 1000000})</script>')
            browser.show(page)
            for name, arguments in GRAPHS:
                arguments = [a.format(**places) for a in arguments]
                text = subprocess.run([program, *arguments, "--format", "mermaid"], check=True, capture_output=True, text=True).stdout
                complaint = complaint_about(browser, text)
                passed, failed = (passed, failed + 1) if complaint else (passed + 1, failed)
                if complaint:
                    print(f"{name}: {complaint}")
            broken = complaint_about(browser, "flowchart LR\n    n0[\"a]\n")
            passed, failed = (passed + 1, failed) if broken else (passed, failed + 1)
            if not broken:
                print("a broken text was taken")
    finally:
        browser.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def complaint_about(browser, text):
    """What is wrong with a text; "" where nothing is."""
    nodes = len(re.findall(r'^ +n\d+[\[({]', text, re.M))
    lines = len(re.findall(r'^ +n\d+ [-=.ox<>]', text, re.M))
    try:
        drawn_nodes, drawn_lines, markup, harmed = browser.value(DRAW + "(" + json.dumps(text) + ")")
    except BrowserError as error:
        return str(error).splitlines()[0]
    if (drawn_nodes, drawn_lines) != (nodes, lines):
        return f"{drawn_nodes} nodes and {drawn_lines} lines were drawn of {nodes} and {lines}"
    if markup or harmed:
        return "a label became markup"
    return ""


def main():
    if len(sys.argv) != 4:
        print(__doc__)
        return 2
    if find_browser() is None:
        print("there is no Chromium here (ADVISE_CHROMIUM names one)")
        return 3
    return run(sys.argv[1], sys.argv[2], sys.argv[3])


if __name__ == "__main__":
    sys.exit(main())
