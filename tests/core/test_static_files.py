"""Style sheets and scripts are joined when static files are collected."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from rjsmin import jsmin

from core.static_files import compact_styles, join_scripts, ordered_styles

ROOT = Path(settings.BASE_DIR)


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The site's static files as production serves them."""
    folder = tmp_path_factory.mktemp("static")
    program = (
        "import django; from django.conf import settings;"
        f"settings.STATIC_ROOT = {str(folder)!r}; django.setup();"
        "from django.core.management import call_command; call_command('collectstatic', interactive=False, verbosity=0)"
    )
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "site_config.settings.production",
        "SECRET_KEY": "only-for-this-test-" + "x" * 50,
        "ALLOWED_HOSTS": "localhost",
        "ENV_FILE": "",
    }
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, check=True)
    return folder


@pytest.fixture
def served(collected):
    """The text behind the name a template asks for."""
    names = json.loads((collected / "staticfiles.json").read_text())["paths"]
    return lambda name: (collected / names[name]).read_text()


def test_one_style_sheet_holds_those_of_all_components_and_blocks(served):
    text = served("css/all.css")
    for sheet in [
        *(ROOT / "static/css/components").glob("*.css"),
        *(ROOT / "static/css/blocks").glob("*.css"),
    ]:
        assert compact_styles(sheet.read_text()) in text, sheet.name
    assert "/*" not in text


def test_comments_and_spare_white_space_go_and_texts_stay():
    sheet = """/* it's a "note" */ a , .b :is(c, d) { content: "/* no,  note; */"; /* two
    lines */ width: calc(1px + var(--x)); }

      b::before { content: '*/'; }/**/
      @media (width > 3rem) and (hover) { e { f: g } }"""
    assert compact_styles(sheet) == (
        'a,.b :is(c,d){content:"/* no,  note; */";width:calc(1px + var(--x))}'
        "b::before{content:'*/'}@media (width > 3rem) and (hover){e{f:g}}"
    )


def test_a_quotation_mark_within_a_text_does_not_end_it():
    sheet = r"""a { content: "\"  x  { /* no */"; } b { content: 'it\'s  ,  so' }"""
    assert compact_styles(sheet) == r"""a{content:"\"  x  { /* no */"}b{content:'it\'s  ,  so'}"""


def test_one_script_holds_all_components_and_loads_nothing_more(served):
    text = served("js/all.js")
    for script in (ROOT / "static/js/components").glob("*.js"):
        assert jsmin(script.read_text().replace("export function", "function")) in text, script.name
    assert 'import "' not in text
    assert "import(" not in text
    assert "export " not in text


def test_joined_files_are_compressed(collected):
    assert list(collected.glob("css/all.*.css.br"))
    assert list(collected.glob("js/all.*.js.gz"))


def test_print_rules_come_after_those_of_blocks():
    entry = '@import "base.css";\n@import "print.css";\n'
    assert ordered_styles(entry, ["tabs.css", "code.css"]) == [
        "css/base.css",
        "css/blocks/code.css",
        "css/blocks/tabs.css",
        "css/print.css",
    ]


def test_joined_components_keep_their_names_and_their_conditions():
    files = {"js/a.js": "const KEY = 1;", "js/b.js": "const KEY = 2;\nexport function textOf() {}"}
    joined = join_scripts('import "./a.js";\nif (has("[x]")) import("./b.js");\n', files.__getitem__)
    pause, components = joined[: joined.index("try{")], joined[joined.index("try{") :]
    assert pause.startswith("const pause=()=>")
    failing = "catch(error){console.error(error);}"
    first, second = "try{const KEY=1;}", "try{await pause();const KEY=2;function textOf(){}}"
    assert components.split() == f'{first}{failing} if(has("[x]")){second}{failing}'.split()
