"""Feed the readers with mutated input, guided by what code it reaches (atheris), for a bounded time.

    python tools/fuzz.py --seconds 60 [--target markdown]

What reaches new code is kept in .sitegen/fuzz/, so that the next run begins where this one ended. What breaks
a promise is put in tests/hostile/corpus/, where the tests run it ever after, and the exit code is 1.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "tests/hostile/corpus"
KEPT = ROOT / ".sitegen/fuzz"
TARGETS = ("front-matter", "capture", "dates", "markdown", "page")
SECONDS_AN_INPUT = 5
LONGEST = 4_096
# Words that steer the mutations: what the formats hold.
WORDS = (
    "---\n", "+++\n", "{\n", "title: ", "date: ", "tags: [", "&a ", "*a", "<<: ", "!!binary", "```", "<!--",
    "](", "![", "| ", "> ", "- ", "1. ", "# ", "https://", "javascript:", "<a href=", "<b>", "&#1;", "2025-",
    "janvier", "Publié le ", "mardi ", "hier", "\u00a0",
)  # fmt: skip


def main() -> int:
    """Run each target for its share of the time; 1 where one was broken."""
    sys.path.insert(0, str(ROOT))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60, help="for all targets together")
    parser.add_argument("--target", choices=TARGETS, action="append", help="only this one")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    targets = arguments.target or list(TARGETS)
    if arguments.inside:
        return inside(targets[0], arguments.seconds)
    broken = []
    for name in targets:
        share = max(1, arguments.seconds // len(targets))
        command = [sys.executable, __file__, "--inside", "--target", name, "--seconds", str(share)]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            broken.append(name)
    print(f"broken: {', '.join(broken)}; see {CORPUS.relative_to(ROOT)}" if broken else "nothing was broken")
    return 1 if broken else 0


def inside(name: str, seconds: int) -> int:
    """Fuzz one target in this process, which the fuzzer ends itself."""
    try:
        import atheris  # noqa: PLC0415  only for this
    except ImportError:
        print("atheris is not installed here: .venv/bin/pip install atheris (Linux, Python up to 3.13)")
        return 2
    with atheris.instrument_imports(include=["sitegen"]):
        from tests.hostile import targets  # noqa: PLC0415  instrumented

    targets.tools()
    kept, known = KEPT / name, CORPUS / name
    kept.mkdir(parents=True, exist_ok=True)
    known.mkdir(parents=True, exist_ok=True)
    for at, seed in enumerate(targets.seeds(LONGEST)):
        (kept / f"seed-{at}").write_bytes(seed)
    words = KEPT / "words.txt"
    words.write_text("".join(f'"{escaped(word)}"\n' for word in WORDS))
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={SECONDS_AN_INPUT}",
        f"-max_len={LONGEST}",
        "-rss_limit_mb=4096",
        "-print_final_stats=0",
        "-verbosity=0",
        f"-dict={words}",
        f"-artifact_prefix={known}/",
    ]
    print(f"{name}: {seconds} s, {len(list(kept.iterdir()))} inputs kept", flush=True)
    atheris.Setup([sys.argv[0], *options, str(kept), str(known)], targets.TARGETS[name])
    atheris.Fuzz()
    return 0


def escaped(word: str) -> str:
    """A word as the fuzzer's dictionary has it: bytes beyond ASCII in figures."""
    plain = range(32, 127)
    signs = (
        chr(byte) if byte in plain and byte not in b'"\\' else f"\\x{byte:02x}" for byte in word.encode()
    )
    return "".join(signs)


if __name__ == "__main__":
    sys.exit(main())
