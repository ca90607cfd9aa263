"""Writes `talk/forms.py` again: the forms of words that rules name. Wants lemminflect, which nothing else does.

pip install lemminflect && python -m tests.talk.make_forms
"""

from pathlib import Path

import talkbuilder

# What rules look for, by the kind of word.
VERBS = (
    "accompany assist cease commence construct deem demonstrate endeavor facilitate inquire necessitate obtain possess "
    "procure purchase relocate reside terminate transpire utilize lend crouch force weep cry "
    "abduct arrest be become beg bind bruise buy call can capture chain control count cower cuff deliver end "
    "enslave escape free gag get give guard handcuff handle hang have help hide hold house jump kill lead leap "
    "let live look lose make mean move number open overdose prostitute prove rank recruit regard rescue save see "
    "sell set shackle ship shoot show sleep smuggle speak staff stand take tape tell throw tie trade traffic "
    "transport treat turn use view visit want watch "
)
NOUNS = (
    "individual foreigner friend hostage prisoner "
    "abolitionist address alien avenue bar barcode bed block boss boy bridge brothel brother bruise cage call "
    "captive cargo cartel case chain child city client commodity consignment contact criminal cuff daughter "
    "dealer delivery driver entrance family gag gang gate girl good guard gunman handcuff hooker house human "
    "illegal immigrant inmate juvenile kid kidnapper laborer mafia man manager merchandise migrant minor mobster "
    "mother neighbor number owner people percent person pimp product prostitute recruiter refuge refugee report "
    "rescue rescuer resident room rope shackle shelter shipment shotgun sister slave smuggler son stock street "
    "student supply survivor teen teenager thug tip trafficker victim villager visitor volunteer wife woman "
    "worker "
)


def main() -> None:
    import lemminflect  # type: ignore[import-not-found]

    found: dict[str, set[str]] = {}
    for words, tag in ((VERBS, "VERB"), (NOUNS, "NOUN")):
        for lemma in words.split():
            forms = {form for all_of in lemminflect.getAllInflections(lemma, upos=tag).values() for form in all_of}
            # Of some nouns its dictionary knows one form.
            found.setdefault(lemma, {lemma}).update(forms if len(forms) > 1 else {f"{lemma}s"})
    rows = "".join(f'    "{lemma}": "{" ".join(sorted(forms))}",\n' for lemma, forms in sorted(found.items()))
    text = (
        '"""The forms of words that rules look for; `tests/talk/make_forms.py` writes this table."""\n\n'
        f"from collections.abc import Mapping\n\nFORMS: Mapping[str, str] = {{\n{rows}}}\n"
    )
    Path(talkbuilder.__file__).with_name("talk").joinpath("forms.py").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
