"""LIX, the readability index for Scandinavian texts: below 30 is very easy, 40 is news, above 50 is official prose."""

import re

from lxml import html

BLOCKS = ("h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "summary", "caption", "td", "th", "footer")


def lix(text: str) -> float:
    """Compute LIX: words to a sentence, plus the share of words of more than six letters in per cent (Björnsson 1968).

    A sentence ends with a full stop, an exclamation mark, a question mark or a colon, followed by a space or the end.
    A full stop in a date or after an initial would count as an end, so none is looked for after a figure.
    """
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+", text)
    sentences = re.findall(r"(?<!\d)[.!?:]+(?=\s|$)|(?<=\d)[.!?:]+(?=\s*$)|(?<=\d)[.!?:]+(?=\s[A-ZÆØÅ])", text)
    long = [word for word in words if len(word) > 6]
    return len(words) / max(1, len(sentences)) + 100 * len(long) / len(words)


def read_aloud(fragment: str) -> str:
    """Give the text of HTML with each heading, paragraph and item of a list as sentences of its own."""
    root = html.fromstring(f"<div>{fragment}</div>")
    for element in root.iter(*BLOCKS):
        ended = " ".join(element.text_content().split()).endswith((".", "!", "?", ":"))
        element.tail = (" " if ended else ". ") + (element.tail or "")
    return " ".join(root.text_content().split())
