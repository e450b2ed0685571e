"""Titles and texts that break feeds, and a digest of 300 items made of them."""

import datetime as dt

from msgspec.structs import replace

from sitegen.model import Body, Image, Source
from tests.feed.sites import PARIS, make_article

TITLES = (
    "Un titre ordinaire",
    "<script>alert(1)</script>",
    "Le <b>gras</b> & l’<i>italique</i>",
    "Fin de section ]]> et suite",
    "<![CDATA[caché]]>",
    "R&D2, AT&T et &eacute;t&eacute; &amp; &lt;b&gt; &#233;",
    "Caractères \x00\x01\x08\x0b\x1b de commande \x85 \x9f",
    "Emoji 🇦🇲 👩‍👩‍👧 🏳️‍🌈",
    "عنوان بالعربية مع English وسط",
    "Mot \u202eretourné\u202c",
    "Demi-paire \ud83d seule",
    "Non-caractères \ufffe \uffff \ufdd0 \U0001fffe",
    "Perdu \ufffd ici",
    "Guillemets \"droits\" et 'simples' « français »",
    "Plusieurs\nlignes\r\net\ttabulations\u2028",
    "<!-- commentaire --> <?php echo 1 ?>",
    "5 < 6 > 4 && 3 <2 x<y",
    "</title></item></channel></rss>",
    "&",
    "<",
    "<a href='javascript:alert(1)'>clic</a>",
    "Très long " + "mot " * 400,
    "Ã©tÃ© mal décodé",
    "TÃ©lÃ©phone",
    "%s {0} $1 \\u0041",
    "Заголовок по-русски",
    "ՀԱՅԵՐԵՆ ՎԵՐՆԱԳԻՐ",
)
BODIES = (
    "<p>Un texte &amp; sa suite, 5 &lt; 6.</p>",
    '<p>Voir <a href="/pays/armenie/">ici</a>, <a href="#fn1">note</a> et <a href="autre.html">là</a>.</p>',
    "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>\n<blockquote>\n<p>Cité.</p>\n</blockquote>",
    '<p><img src="/images/a.jpg" alt="Une image" width="10" height="10"></p>',
    "<p>Le code <code>&lt;/channel&gt;]]&gt;</code></p>\n<pre><code>a &amp;&amp; b\n</code></pre>",
    "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>",
    "<p>Caractère \x0c et \x9c et \ufffd perdus</p>",
    '<h2>Intertitre</h2>\n<p>href="/pas/un/lien" dans le texte</p>\n<hr>\n<p>fin<br>\nligne</p>',
)
NAMES = ("Ani Exemple", "Marc <marc@example.org>", "O’Neil & fils", "<b>x</b>", "", "R&D2")
SOURCES = (
    None,
    Source("Agence d’exemple", "https://agence.example.org"),
    Source("Sans adresse"),
    Source("Le <Monde> & Cie", "https://MAJUSCULE.example.org/é ?q=a b"),
    Source("Domaine accentué", "https://éxample.org"),
    Source("Mauvaise", "javascript:alert(1)"),
)
LINKS = (
    "",
    "https://agence.example.org/a b/é?x=1&y=2#z",
    "http://éxample.org/ü",
    "javascript:alert(1)",
    "https://a.example.org",
)


def hostile_articles(count=300):
    """Items that combine everything above, newest first, the last ones undated."""
    items = []
    for number in range(count, 0, -1):
        item = make_article(
            number,
            title=TITLES[number % len(TITLES)],
            summary=TITLES[(number * 7 + 3) % len(TITLES)] if number % 5 else "",
            authors=tuple({NAMES[number % 6]: 0, NAMES[number % 4]: 0}),
            source=SOURCES[number % 6],
            link=LINKS[number % 5],
            language=("fr", "en", "ar", "und", "")[number % 5],
            tags=("essai", "R&D2", "<b>x</b>")[: number % 4],
            countries=(("AM",), ("FR", "AM"), ())[number % 3],
            themes=(("sport",), ("culture", "sport"), (), ("culture",))[number % 4],
            publish="excerpt" if number % 9 == 0 else "full",
            image=Image("/images/a.jpg", "Légende & <b>") if number % 8 == 0 else None,
        )
        if number % 10 == 0 and item.date:
            item = replace(item, published=dt.datetime.combine(item.date, dt.time(12, number % 60), PARIS))
        if number % 25 == 0:
            item = replace(item, updated=dt.datetime(2025, 8, 1, 8, tzinfo=PARIS))
        items.append(item)
    ordered = sorted(
        items, key=lambda a: (a.published.date() if a.published else a.date, bool(a.published)), reverse=True
    )
    return (*ordered[:-5], *(replace(item, date=None, published=None) for item in ordered[-5:]))


def hostile_bodies(articles):
    return {
        item.id: Body(BODIES[number % len(BODIES)], "texte")
        for number, item in enumerate(articles)
        if number % 17
    }
