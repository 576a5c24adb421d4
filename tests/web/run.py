"""Opens the HTML pages of advise in a headless Chromium and holds them to what they promise.

    run.py PROGRAM PROJECT

Prints each failure, and at the end "N passed, N failed". Exit code 3: there is no browser."""
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
from html.parser import HTMLParser

from browser import Browser, find_browser

EMPTY = {"meta", "br", "hr", "img", "input", "link", "area", "base", "col", "embed", "source", "track", "wbr"}

# name, arguments, language
PAGES = [
    ("advice", ["{examples}/sara.txt"], "en"),
    ("advice in Persian", ["{examples}/maryam.txt"], "fa"),
    ("explanation", ["explain", "infra", "{examples}/sara.txt"], "en"),
    ("explanation in Persian", ["explain", "developer advocate", "{examples}/maryam.txt"], "fa"),
    ("explanation of a refusal", ["explain", "hardware engineer", "{examples}/sara.txt"], "en"),
    ("explanation of an open role in Persian", ["explain", "framework engineer", "{examples}/maryam.txt"], "fa"),
    ("plan", ["plan", "infra", "{examples}/nima.txt"], "en"),
    ("plan in Persian", ["plan", "infra", "{examples}/nima.txt", "--lang", "fa"], "fa"),
    ("every plan", ["plan", "--all", "{examples}/nima.txt"], "en"),
    ("comparison in Persian", ["compare", "infra", "platform", "{examples}/sara.txt", "--lang", "fa"], "fa"),
    ("graph", ["graph"], "en"),
    ("graph of one role for a person", ["graph", "--focus", "infra", "--profile", "{examples}/sara.txt"], "en"),
    ("graph in Persian", ["graph", "--profile", "{examples}/maryam.txt"], "fa"),
    ("hostile graph", ["graph", "{web}/hostile.rules", "--profile", "{profile}"], "en"),
    ("hostile labels", ["--rules", "{web}/hostile.rules", "explain", "r", "{profile}"], "en"),
    ("hostile labels in advice, in Persian", ["--rules", "{web}/hostile.rules", "{profile}", "--lang", "fa"], "fa"),
]

# What has to hold of every page, whatever its width and colours. Each gives a list of what is wrong.
RULES = {
    "one h1, and no level of headings left out": """
        (() => { const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1]), bad = [];
          if (levels.filter(l => l === 1).length !== 1) bad.push('not one h1');
          levels.forEach((l, i) => { if (i ? l > levels[i - 1] + 1 : l !== 1) bad.push('h' + l + ' at ' + i); });
          return bad; })()""",
    "headings, links and summaries have words": """
        [...document.querySelectorAll('h1,h2,h3,h4,h5,h6,a,summary,th,title')].filter(e => !e.textContent.trim() ).map(e => e.outerHTML)""",
    "landmarks: one header, one main": """
        ['header', 'main'].filter(name => document.querySelectorAll('body > ' + name).length !== 1)""",
    "everything that has a role of a region or image has a name": """
        [...document.querySelectorAll('[role=region],[role=img],nav')].filter(e => {
          const by = (e.getAttribute('aria-labelledby') || '').split(' ').filter(Boolean).map(id => document.getElementById(id));
          return by.some(l => !l || !l.textContent.trim()) || !(by.length || (e.getAttribute('aria-label') || '').trim());
        }).map(e => e.outerHTML.slice(0, 120))""",
    "names are unique, links lead somewhere on the page": """
        (() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id), bad = ids.filter((id, i) => ids.indexOf(id) !== i);
          for (const a of document.querySelectorAll('[href]'))
            if (!a.getAttribute('href').startsWith('#') || !document.getElementById(a.getAttribute('href').slice(1))) bad.push(a.outerHTML);
          return bad; })()""",
    "what scrolls can be reached by keyboard": """
        [...document.querySelectorAll('*')].filter(e => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) && e.tabIndex < 0)
          .map(e => e.outerHTML.slice(0, 120))""",
    "no page scrolls sideways": """
        document.scrollingElement.scrollWidth > innerWidth ? [document.scrollingElement.scrollWidth + ' > ' + innerWidth] : []""",
    "nothing is loaded, nothing runs": """
        [...document.querySelectorAll('script,link,img,iframe,object,embed,base,form,[src],[onload],[onerror],[style],[onfocus],[ontoggle]')]
          .map(e => e.outerHTML.slice(0, 120))""",
    "the style sheet is in force": """
        getComputedStyle(document.querySelector('nav ul, main ul, .skip')).position ? (getComputedStyle(document.querySelector('.skip')).position
          === 'absolute' ? [] : ['.skip is not placed']) : ['no style']""",
    "every node of a drawing tells its truth in words": """
        [...document.querySelectorAll('svg g.node:not(.none)')].filter(g => !(g.querySelector('.truth') || {textContent: ''}).textContent.trim().length)
          .map(g => g.outerHTML.slice(0, 120))""",
    "a drawing that leads to a role begins at it": """
        [...document.querySelectorAll('.ends-first')].filter(box => {
          const seen = box.getBoundingClientRect(), nodes = [...box.querySelectorAll('g.node')].map(g => g.getBoundingClientRect());
          const role = document.documentElement.dir === 'rtl' ? nodes.reduce((a, b) => b.left < a.left ? b : a) : nodes.reduce((a, b) => b.right > a.right ? b : a);
          return role.left < seen.left || role.right > seen.right || role.top > seen.bottom;
        }).map(e => e.getAttribute('aria-label'))""",
    "colours have a contrast of 4.5 to 1": """
        (() => { const parse = c => (c.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
          const light = c => { const [r, g, b] = c.slice(0, 3).map(v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; }
            return [255, 255, 255]; };
          const bad = new Set();
          for (const e of document.querySelectorAll('body *')) {
            const style = getComputedStyle(e), svg = e.tagName === 'text';
            if (!svg && ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
            if (e.closest('svg') && !svg) continue;
            const box = svg && e.parentElement.querySelector('.box');
            const a = light(parse(svg ? style.fill : style.color)), b = light(box ? parse(getComputedStyle(box).fill) : ground(e));
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) bad.add(e.tagName + '.' + e.getAttribute('class') + ' ' + ratio.toFixed(2));
          }
          return [...bad]; })()""",
}

# Widths of letters are those of this machine's fonts; only of Latin ones something is promised.
LABELS_FIT = """
    [...document.querySelectorAll('svg g.node')].filter(g => { const box = g.querySelector('.box').getBBox();
      return [...g.querySelectorAll('text')].some(t => { const b = t.getBBox(); return b.x < box.x || b.x + b.width > box.x + box.width; }); })
      .map(g => g.textContent)"""

HIDDEN_ON_PAPER = """
    [...document.querySelectorAll('details > .under')].filter(e => e.getBoundingClientRect().height === 0).map(e => e.textContent.slice(0, 60))"""


# A page with every fault that the rules above look for.
FAULTY = """<!DOCTYPE html><html><head><title> </title><style>.skip { position: static }</style></head><body>
<h2>two</h2><h4>four</h4><p id="a" style="color: #999; background: #fff">pale</p><p id="a">again</p><a href="https://example.org/">out</a>
<div role="region" style="overflow: auto; width: 3000px">wide</div><a class="skip" href="#a"></a>
<div class="ends-first" style="overflow: hidden; width: 40px" tabindex="0"><svg width="400"><g class="node"><rect class="box" x="390" width="4" height="9"/><text class="truth">yes</text></g></svg></div>
<svg><g class="node"><rect class="box" width="4" height="9"/><text class="label">much too long for it</text></g></svg>
<iframe srcdoc="&lt;meta http-equiv='Content-Security-Policy' content=&quot;default-src 'none'&quot;&gt;&lt;p style='color: red'&gt;red"></iframe>
<details><summary>more</summary><div class="under">hidden</div></details></body></html>"""


class Balance(HTMLParser):
    """Whether every tag is closed in its turn, as HTML reads them."""

    def __init__(self):
        super().__init__()
        self.open, self.bad = [], []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.bad.append(f"an attribute twice in {tag}")
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.bad.append(f"{tag} closed out of turn")


class Run:
    def __init__(self, program, project):
        self.program, self.project = os.path.abspath(program), os.path.abspath(project)
        self.passed = self.failed = 0

    def check(self, name, wrong):
        if wrong:
            self.failed += 1
            print(f"{name}:\n" + "\n".join(f"    {w}" for w in wrong[:8]))
        else:
            self.passed += 1

    def make(self, arguments, folder):
        profile = os.path.join(folder, "me.txt")
        with open(profile, "w", encoding="utf-8") as out:
            out.write('name: "<script>alert(1)</script>"\na: advanced\n')
        # The path of a rule file stands on the page, and may be longer than a telephone is wide.
        deep = os.path.join(folder, "afolderwhosenamehasnoplacewhereonecouldbreakitanywhere")
        os.makedirs(deep, exist_ok=True)
        shutil.copy(os.path.join(os.path.dirname(os.path.abspath(__file__)), "hostile.rules"), deep)
        places = {"examples": self.project + "/examples", "web": deep, "profile": profile}
        page = os.path.join(folder, "page.html")
        command = [self.program] + [a.format(**places) for a in arguments] + ["--format", "html", "-o", page]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            raise RuntimeError(" ".join(command) + ": " + done.stderr)
        return page

    def markup(self, name, page):
        with open(page, encoding="utf-8") as file:
            text = file.read()
        try:
            xml.etree.ElementTree.fromstring(text)
            wrong = []
        except xml.etree.ElementTree.ParseError as error:
            wrong = [str(error)]
        self.check(name + ": well-formed as XML", wrong)
        balance = Balance()
        balance.feed(text)
        balance.close()
        self.check(name + ": well-formed as HTML", balance.bad + balance.open)

    def looks(self, browser, name, page, language):
        for width in (400, 1200):
            for dark in (False, True):
                where = f"{name}, {width} px, {'dark' if dark else 'light'}"
                browser.show(page, width=width, dark=dark)
                self.check(where + ": no complaints of the browser", list(browser.complaints))
                said = browser.value("[document.documentElement.lang, document.documentElement.dir, getComputedStyle(document.body).direction].join(' ')")
                self.check(where + ": language and direction", [] if said == {"en": "en ltr ltr", "fa": "fa rtl rtl"}[language] else [said])
                for rule, expression in RULES.items():
                    self.check(f"{where}: {rule}", browser.value(expression))
                if language == "en" and "hostile" not in name:
                    self.check(f"{where}: labels fit into their boxes", browser.value(LABELS_FIT))
        ground = []
        for dark in (False, True):
            browser.show(page, dark=dark)
            ground.append(browser.value("getComputedStyle(document.documentElement).backgroundColor"))
        self.check(name + ": dark is another ground than light", [] if ground[0] != ground[1] else ground)

    def paper(self, browser, name, page):
        browser.show(page, media="print")
        self.check(name + ": on paper everything is unfolded", browser.value(HIDDEN_ON_PAPER))

    def keyboard(self, browser, name, page):
        browser.show(page)
        browser.press("Tab")
        at = browser.value("(e => [e.className, e.getBoundingClientRect().top >= 0, getComputedStyle(e).outlineStyle !== 'none'].join(' '))(document.activeElement)")
        self.check(name + ": the first stop is the link past the contents, in sight", [] if at == "skip true true" else [at])
        browser.press("Enter")
        at = browser.value("document.activeElement.id")
        self.check(name + ": it leads to the text", [] if at == "main" else [at])
        if not browser.value("!!document.querySelector('summary')"):
            return
        for _ in range(40):
            browser.press("Tab")
            if browser.value("document.activeElement.tagName") == "SUMMARY":
                break
        before = browser.value("document.activeElement.parentElement.open")
        seen = browser.value("document.activeElement.matches('summary') && getComputedStyle(document.activeElement).outlineStyle !== 'none'")
        browser.press("Enter")
        after = browser.value("document.activeElement.parentElement.open")
        self.check(name + ": the proof folds by keyboard, with the focus in sight", [] if seen and before != after else [f"{seen} {before} {after}"])

    def selfcheck(self, browser):
        """A rule that never finds anything would be none."""
        with tempfile.TemporaryDirectory(prefix="advise_web_") as folder:
            page = os.path.join(folder, "faulty.html")
            with open(page, "w", encoding="utf-8") as out:
                out.write(FAULTY)
            browser.show(page, width=400)
            self.check("a faulty page is found out: forbidden by its policy", [] if browser.complaints else ["no complaint"])
            for name, expression in {**RULES, "labels fit": LABELS_FIT, "unfolded on paper": HIDDEN_ON_PAPER}.items():
                self.check(f"a faulty page is found out: {name}", [] if browser.value(expression) else ["nothing was found"])

    def all(self, browser):
        for name, arguments, language in PAGES:
            with tempfile.TemporaryDirectory(prefix="advise_web_") as folder:
                page = self.make(arguments, folder)
                self.markup(name, page)
                self.looks(browser, name, page, language)
                self.paper(browser, name, page)
                self.keyboard(browser, name, page)


def main():
    if len(sys.argv) != 3:
        print(__doc__)
        return 2
    path = find_browser()
    if path is None:
        print("there is no Chromium here (ADVISE_CHROMIUM names one)")
        return 3
    run = Run(sys.argv[1], sys.argv[2])
    browser = Browser(path)
    try:
        run.selfcheck(browser)
        run.all(browser)
    finally:
        browser.close()
    print(f"{run.passed} passed, {run.failed} failed")
    return 1 if run.failed else 0


if __name__ == "__main__":
    sys.exit(main())
