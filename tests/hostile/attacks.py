"""Content that attacks its readers, in every field that an article has."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from itertools import cycle
from typing import Any

from tests.conftest import PROJECT, SmallSite

MARK = "pwned"  # what each attack would set, call or fetch

PAYLOADS: tuple[str, ...] = (
    "<script>pwned(1)</script>",
    "</script><script>pwned(1)</script>",
    "</title></head><body onload=pwned(1)>",
    '"><script>pwned(1)</script>',
    "'><script>pwned(1)</script>",
    '" onmouseover="pwned(1)" x="',
    "' onfocus='pwned(1)' autofocus x='",
    "` onload=pwned(1) `",
    "<img src=x onerror=pwned(1)>",
    "<img src=//pwned.example.com/p.gif>",
    "<svg/onload=pwned(1)>",
    "<svg><script>pwned(1)</script></svg>",
    "<svg><animate onbegin=pwned(1) attributeName=x dur=1s>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=pwned(1)>",
    "<iframe src=javascript:pwned(1)></iframe>",
    "<iframe srcdoc='<script>parent.pwned(1)</script>'>",
    "<object data=javascript:pwned(1)>",
    "<embed src=//pwned.example.com/>",
    "<base href=//pwned.example.com/>",
    "<meta http-equiv=refresh content='0;url=//pwned.example.com/'>",
    "<link rel=stylesheet href=//pwned.example.com/x.css>",
    "<style>@import '//pwned.example.com/x.css';</style>",
    '<p style="background:url(//pwned.example.com/x)">x</p>',
    "<form action=//pwned.example.com/><input name=q><button formaction=javascript:pwned(1)>x",
    "<a href=javascript:pwned(1)>clic</a>",
    "<a href='&#106;avascript:pwned(1)'>clic</a>",
    "<a href='java\tscript:pwned(1)'>clic</a>",
    "<a ping=//pwned.example.com/ href=/>clic</a>",
    "<video poster=//pwned.example.com/ autoplay onplay=pwned(1)><source src=//pwned.example.com/>",
    "<details open ontoggle=pwned(1)>x</details>",
    "<template><script>pwned(1)</script></template>",
    '<noscript><p title="</noscript><img src=x onerror=pwned(1)>">',
    "<!--><script>pwned(1)</script-->",
    "--><script>pwned(1)</script><!--",
    "]]><script>pwned(1)</script><![CDATA[",
    "<![CDATA[<script>pwned(1)</script>]]>",
    "<?xml-stylesheet href='javascript:pwned(1)'?>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "&lt;script&gt;pwned(1)&lt;/script&gt;",
    "&#60;script&#62;pwned(1)&#60;/script&#62;",
    "\\u003cscript\\u003epwned(1)\\u003c/script\\u003e",
    "＜script＞pwned(1)＜/script＞",
    "<scr\u200bipt>pwned(1)</scr\u200bipt>",
    "\u202e<script>pwned(1)</script>",
    "{{ 7*191 }} {% for x in [].__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "${7*191} #{7*191} <%= 7*191 %> {{constructor.constructor('pwned(1)')()}}",
    "<a href='/&#9;/pwned.example.com/' onclick=pwned(1)>clic</a>",
    "<a href='&#x01;javascript:pwned(1)'>clic</a><b onmouseover=pwned(1) style=x:expression(pwned(1))>gras</b>",
    "<img src=/x.png onerror=pwned(1)><img srcset='//pwned.example.com/a 1x'><u class=x id=contenu name=body>u</u>",
    "[clic](javascript:pwned(1))",
    "![x](//pwned.example.com/p.png)",
    "[x]: javascript:pwned(1)",
    "<javascript:pwned(1)>",
    "<data:text/html,<script>pwned(1)</script>>",
    '{"@context": "</script><script>pwned(1)</script>"}',
    # what a cleaner reads in one way and a browser in another
    '<svg></p><style><a id="</style><img src=1 onerror=pwned(1)>">',
    "<noscript><style></noscript><img src=x onerror=pwned(1)></style>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwned(1)&gt;">',
    '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=pwned(1) src>">',
    "<svg><style>&lt;img src=x onerror=pwned(1)&gt;</style><desc><b title='</desc><script>pwned(1)</script>'></svg>",
    "<math><annotation-xml encoding=text/html><p><style><!--</style><img src=x onerror=pwned(1)>--></annotation-xml></math>",
    '<xmp><p title="</xmp><svg/onload=pwned(1)>">',
    '<textarea><p title="</textarea><img src=x onerror=pwned(1)>">',
    "<select><template shadowrootmode=open><script>pwned(1)</script></template><img src=x onerror=pwned(1)></select>",
    "<plaintext><img src=x onerror=pwned(1)>",
    "<!-- --!><img src=x onerror=pwned(1)>",
    "<!--<script>pwned(1)",
    "</script\u2028><script>pwned(1)//</script ><script\x0c>pwned(1)</script\x0c>",
    "]]]]><![CDATA[><script>pwned(1)</script>",
    "</style></textarea></xmp></noscript></template></svg></math></select><img src=x onerror=pwned(1)>",
    # what loads, or asks, without being a script
    '<script type=speculationrules>{"prefetch":[{"urls":["//pwned.example.com/"]}]}</script>',
    "<link rel=preload as=image imagesrcset='//pwned.example.com/a 1x'><link rel=dns-prefetch href=//pwned.example.com>",
    "<input type=image src=//pwned.example.com/i><table background=//pwned.example.com/t><tr><td>x</table>",
    "<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload=pwned(1)>#x'/><image href=//pwned.example.com/></svg>",
    "<b style='background-image:url(//pwned.example.com/b);animation:x' onanimationstart=pwned(1)>gras</b>",
    "<p popover id=x onbeforetoggle=pwned(1)>x</p><button popovertarget=x command=--x commandfor=x>x</button>",
    "<picture><source srcset='//pwned.example.com/s 2x'><img src=/a.png srcset=//pwned.example.com/t></picture>",
    # lines that would be others' in a file of headers, redirects, or a log
    "Un titre\r\nSet-Cookie: pwned=1\r\n\r\n<script>pwned(1)</script>",
    "/* //pwned.example.com 301!\n/* https://pwned.example.com/:splat 200",
    "{% import os %}{{ self.__init__.__globals__.__builtins__ }} {{'%s'|format(7*191)}} @{7*191} [[${7*191}]]",
    "__proto__ constructor.prototype <b name=__proto__ id=pwned>gras</b>",
    "Un\u202e\u2066<img src=x onerror=pwned(1)>\u2069 titre \u200f\u061c",
)

ADDRESSES: tuple[str, ...] = (
    "javascript:pwned(1)",
    "JaVaScRiPt:pwned(1)",
    " javascript:pwned(1)",
    "java\tscript:pwned(1)",
    "java\nscript:pwned(1)",
    "\x01javascript:pwned(1)",
    "javascript&colon;pwned(1)",
    "javascript&#58;pwned(1)",
    "javascript%3Apwned(1)",
    "vbscript:pwned(1)",
    "data:text/html,<script>pwned(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5wd25lZCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='pwned(1)'/>",
    "blob:https://releve.example.org/x",
    "file:///etc/passwd",
    "//pwned.example.com/x",
    "/\\pwned.example.com/x",
    "\\\\pwned.example.com\\x",
    "/\t/pwned.example.com/x",
    "https:pwned.example.com",
    "https:///pwned.example.com",
    "https://user:pass@pwned.example.com/",
    'https://pwned.example.com/"onmouseover="pwned(1)',
    "https://pwned.example.com/'><script>pwned(1)</script>",
    "https://pwned.example.com/<svg onload=pwned(1)>",
    "https://pwned.example.com\u202e/moc.elpmaxe",
    "https://pwned.example.com:99999/",
    "https://[::1]:80/x",
    "https://pwned.example.com/?utm_source=pwned&id=3&fbclid=pwned",
    "intent://x#Intent;scheme=javascript;end",
    '#" onclick="pwned(1)',
    "../../../../etc/passwd",
    "/images/../../../../etc/passwd.png",
    'x.png" onerror="pwned(1)',
    "x.svg?javascript:pwned(1)",
    "java&Tab;script&colon;pwned(1)",
    "java&NewLine;script:pwned(1)",
    "\ufeffjavascript:pwned(1)",
    "\u00a0javascript:pwned(1)",
    "java\u200bscript:pwned(1)",
    "javascript://pwned.example.com/%0apwned(1)",
    "feed:javascript:pwned(1)",
    "view-source:javascript:pwned(1)",
    "data:,pwned(1)",
    "ws://pwned.example.com/",
    "filesystem:https://releve.example.org/x",
    "https://releve.example.org\\@pwned.example.com/",
    "https://releve.example.org:443@pwned.example.com:1/x",
    "///pwned.example.com/x",
    "/%09/pwned.example.com",
    "/.//pwned.example.com/x",
    "https://pwned.example.com/a\r\nLocation: //pwned.example.com",
    "?q=<script>pwned(1)</script>",
    "#<img src=x onerror=pwned(1)>",
    "/images/x.jpg 1x, //pwned.example.com/y.jpg 2x",
    "images/x.jpg' style='background:url(//pwned.example.com)",
)


def body(payload: str, address: str) -> str:
    """A text that holds an attack in each of the ways that Markdown has."""
    return f"""Le gouvernement arménien a présenté mardi son budget {payload} aux députés réunis à Erevan.

# {payload}

[{payload}]({address}) et ![{payload}]({address}) et <{address}> et [a][r] et `{payload}`.

[r]: {address} "{payload}"

[lien](<{address}> "{payload}") ![image](<{address}> '{payload}')

> {payload}

- {payload}

1. {address}

| {payload} | {address} |
|---|---|
| {payload} | [x]({address}) |

```{payload}
{payload}
```

    {payload}

{payload}

Une phrase pour finir, où le ministre répond aux questions des députés sur la défense et la diplomatie.
"""


def article(number: int, payload: str, address: str) -> str:
    """An article with the attack in all of its front matter and its text."""
    words, where = json.dumps(payload), json.dumps(address)
    return f"""---
title: {words}
date: 2025-01-{number % 28 + 1:02}
lastmod: {words}
description: {words}
author: {words}
authors: [{words}, {{name: {words}, url: {where}}}]
tags: [{words}, {where}]
categories: [{words}]
countries: [AM, {words}]
themes: [diplomacy, {words}]
source: {words if number % 2 else where}
source_url: {where}
link: {where}
language: {words if number % 3 == 0 else "fr"}
image: {{src: {where}, alt: {words}, credit: {words}}}
slug: {words if number % 2 else where}
aliases: [{words}, {where}]
layout: {words}
---

{body(payload, address)}"""


def pairs() -> Iterator[tuple[str, str]]:
    """Each payload with an address, each address with a payload."""
    for number in range(max(len(PAYLOADS), len(ADDRESSES))):
        yield PAYLOADS[number % len(PAYLOADS)], ADDRESSES[number % len(ADDRESSES)]


def attack(site: SmallSite) -> None:
    """A site whose every input is hostile."""
    for number, (payload, address) in enumerate(pairs()):
        site.write(f"content/articles/a{number}.md", article(number, payload, address))
        site.write(
            f"seeds/c{number}.txt",
            f"{payload}\n\nPublié le 12 janvier 2025 par {payload}\n\n{body(payload, address)}\n\nSource : {payload}\n",
        )
        name = "".join(char for char in payload if char not in "/\0")[:60]
        if name.isprintable():
            site.write(
                f"content/articles/{name}.md", f"---\ntitle: Un nom {number}\n---\n\nUn texte sur Erevan.\n"
            )
    script = PAYLOADS[3]
    site.write(
        "content/site.toml",
        f"""title = {json.dumps(script)}
tagline = {json.dumps(script)}
description = {json.dumps(script)}
publisher = {json.dumps(script)}
contact = {json.dumps(script)}
rights = {json.dumps(script)}
base_url = "https://releve.example.org"
as_of = 2025-12-31
""",
    )
    site.write(
        "content/pages/attaque.md", f"---\ntitle: {json.dumps(script)}\n---\n\n{body(script, ADDRESSES[0])}"
    )
    site.write(
        "content/sources/attaque.toml",
        f'name = {json.dumps(script)}\ndomains = ["pwned.example.com"]\n',
    )
    site.write(
        "content/feeds/attaque.toml",
        f"name = {json.dumps(script)}\ndescription = {json.dumps(PAYLOADS[0])}\ncountries = ['AM']\n",
    )
    site.write("content/overrides/c1.toml", f"title = {json.dumps(script)}\nsource = {json.dumps(script)}\n")


def attack_settings(site: SmallSite) -> None:
    """A site whose own tables are hostile: countries, groups, themes, sources, selections, pages, words."""
    attack(site)
    names = [json.dumps(text) for text in PAYLOADS if text.isprintable()]
    last = names.pop()
    rows = []
    for number, name in enumerate(names):
        rows.append(
            f"[[country]]\nid = {name if number % 3 == 0 else json.dumps(f'X{number}')}\nfr = {name}\nen = {name}\n"
            f'slug = "pays-{number}"\naliases = ["Valdonie{number}"]\n'
        )
    rows.append(f'[[country]]\nid = "AM"\nfr = {last}\nen = {last}\nslug = "armenie"\n')
    rows.append(
        f"[[group]]\nid = {last}\nfr = {last}\nen = {last}\nslug = 'groupe'\nmembers = ['AM', {names[0]}]\n"
    )
    site.write("content/countries.toml", "".join(rows))
    topics = [
        f"[[theme]]\nid = {name}\nnames = {{fr = {name}, en = {name}}}\nslug = 'sujet-{number}'\n"
        f"medtop = '{number:08}'\n[theme.fr]\nstrong = ['sujet{number}']\n"
        for number, name in enumerate(names)
    ]
    site.write("content/themes.toml", "".join(topics))
    for number, name in enumerate(names):
        site.write(f"content/sources/s{number}.toml", f"name = {name}\ndomains = ['s{number}.example.org']\n")
        site.article(
            f"own{number}",
            f"La Valdonie{number} parle du sujet{number} et du budget.",
            title=name,
            date=f"2025-02-{number % 28 + 1:02}",
            source=name,
            link=f"https://s{number}.example.org/",
        )
    site.write("content/feeds/own.toml", f"name = {last}\ndescription = {last}\ncountries = ['AM']\n")
    for language in ("fr", "en"):
        said = tomllib.loads((PROJECT / f"content/ui/{language}.toml").read_text())
        site.write(f"content/ui/{language}.toml", _attacked(said, "", cycle(PAYLOADS[:8])))


def _attacked(table: Mapping[str, Any], above: str, payloads: Iterator[str]) -> str:
    """A table of words with an attack after each of them."""
    own = {key: value for key, value in table.items() if isinstance(value, str)}
    dated = above == "date." and own.keys() - {"undated"}  # patterns of dates, which are looked at
    text = "".join(
        f"{key} = {json.dumps(value if key in (dated or ()) else value + next(payloads))}\n"
        for key, value in own.items()
    )
    for key in table.keys() - own.keys():
        text += f"[{above}{key}]\n" + _attacked(table[key], f"{above}{key}.", payloads)
    return text
