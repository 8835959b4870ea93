"""The short and the long options of common commands, which mean the same: ``mkdir -p`` and ``mkdir --parents``.

From the manuals of GNU coreutils, grep, tar and ps, of git, docker and curl.
"""

from functools import cache
from typing import NamedTuple

from quizgen.text.lazy_pattern import lazy_pattern

_TABLE = """
ls: a=all A=almost-all h=human-readable r=reverse R=recursive s=size i=inode d=directory
rm: r=recursive R=recursive f=force v=verbose d=dir
cp: r=recursive R=recursive a=archive f=force i=interactive v=verbose u=update n=no-clobber
mv: f=force i=interactive v=verbose u=update n=no-clobber
mkdir: p=parents v=verbose m:mode
ps: p:pid u:user o:format C:
rmdir: p=parents v=verbose
ln: s=symbolic f=force
chmod: R=recursive v=verbose
chown: R=recursive v=verbose
cat: n=number
head: n:lines c:bytes q=quiet
tail: n:lines c:bytes f=follow q=quiet
wc: l=lines w=words c=bytes m=chars
sort: r=reverse n=numeric-sort u=unique k:key f=ignore-case h=human-numeric-sort o:output t:field-separator
uniq: c=count d=repeated u=unique i=ignore-case f:skip-fields s:skip-chars w:check-chars
cut: d:delimiter f:fields c:characters
du: h=human-readable s=summarize a=all d:max-depth
df: h=human-readable a=all t:type
diff: r=recursive i=ignore-case u=unified q=brief
grep: i=ignore-case r=recursive n=line-number c=count v=invert-match w=word-regexp l=files-with-matches
    E=extended-regexp F=fixed-strings o=only-matching q=quiet m:max-count e:regexp f:file A:after-context
    B:before-context C:context
tar: x=extract c=create t=list z=gzip j=bzip2 v=verbose f:file C:directory
curl: o:output X:request H:header d:data s=silent L=location I=head O=remote-name
git add: A=all p=patch u=update n=dry-run
git branch: d=delete m=move a=all r=remotes f=force
git checkout: f=force
git clean: f=force n=dry-run
git clone: b:branch
git commit: m:message a=all p=patch
git fetch: a=append p=prune
git log: n:max-count p=patch
git push: u=set-upstream f=force d=delete
git rm: f=force
git stash: u=include-untracked
git switch: c:create C:force-create
git tag: a=annotate m:message d=delete
docker run: d=detach i=interactive t=tty p:publish v:volume e:env
docker ps: a=all q=quiet
docker build: t:tag f:file
docker rm: f=force
pip install: r:requirement U=upgrade
npm install: g=global D=save-dev
"""
"""The short options of each command with their long names, if they have one; a colon marks those that have a value."""
BUNDLE = lazy_pattern(r"-[A-Za-z]{1,5}")
"""Short options that are written together."""


def with_short_options(words: list[str]) -> list[str]:
    """Return the words of a command line with the short forms of its options, and the value of each apart.

    Those of ``git commit --message=first`` are those of ``git commit -m first``, and ``rm -R`` is ``rm -r``.
    """
    command = next((name for name in (" ".join(words[:2]), *words[:1]) if name in _options()), None)
    if command is None:
        return words
    known = _options()[command]
    found: list[str] = []
    for at, word in enumerate(words):
        name, equals, value = word.partition("=")
        option = known.get(name)
        if option is not None and (option.has_value or not equals):
            is_quoted = value.startswith('"') and (value.endswith('"') or at == len(words) - 1)
            found += [f"-{option.letter}", *([value.strip('"') if is_quoted else value] if equals else [])]
        elif BUNDLE.fullmatch(word):
            found.append("-" + "".join(known[f"-{one}"].letter if f"-{one}" in known else one for one in word[1:]))
        else:
            found.append(word)
    return found


def has_value(command: str, letter: str) -> bool:
    """Return whether the option ``letter`` of ``command`` has a value, which follows it."""
    option = _options().get(command, {}).get(f"-{letter}")
    return option is not None and option.has_value


class _Option(NamedTuple):
    letter: str
    has_value: bool


@cache
def _options() -> dict[str, dict[str, _Option]]:
    """Return the options of each command by their long and their short names, with the first letter for each."""
    found: dict[str, dict[str, _Option]] = {}
    for entry in _TABLE.replace("\n    ", " ").strip().splitlines():
        command, _, options = entry.partition(": ")
        known = found[command] = {}
        for text in options.split():
            letter, sign, name = text[0], text[1], text[2:]
            option = _Option(letter, sign == ":")
            known[f"-{letter}"] = known.setdefault(f"--{name}", option) if name else option
    return found
