"""Find questions in English about what each country sets by law for itself, such as "the voting age"."""

import re

from quizgen.linting.wording import possessives
from quizgen.text.content_words import unquoted
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import any_number_word
from quizgen.text.words import listed

_OFFICE = r"(?:president|prime minister|chancellor|senator|governor|mayor|member of parliament|head of state|judge)"
_DEED = (
    r"(?:vote|drive|drink|marry|smoke|gamble|retire|enlist|adopt|buy (?:alcohol|beer|wine|spirits|liquor|tobacco"
    r"|cigarettes|fireworks|lottery tickets|a gun|firearms)"
    r"|(?:be|get) (?:elected|married|sentenced|held criminally responsible|licensed|an? (?:senator|judge|juror|notary"
    r"|member of parliament|president|driver['’]s licen[cs]e|driving licen[cs]e|tattoo))"
    r"|become (?:an? )?(?:president|senator|judge|juror|notary|member of parliament)"
    r"|(?:run|stand) for (?:office|election|president|parliament)|leave school|join the (?:army|military|police)"
    r"|(?:sign|make|enter into) a (?:contract|will)|hold office|own a (?:gun|firearm|handgun)"
    r"|(?:drive|ride) an? (?:moped|motorcycle|car|scooter)|serve (?:on a jury|as an? (?:juror|judge)))"
)
_TAX = (
    r"(?:value[- ]added tax|VAT|sales tax|income tax|corporate tax|corporation tax|inheritance tax|gift tax"
    r"|property tax"
    r"|wealth tax|capital gains tax|estate tax)"
)
_FIGURE = (
    r"(?:(?:(?:legal|minimum|current|statutory) )*(?:voting|drinking|driving|retirement|marriageable|school[- ]leaving"
    r"|smoking|pension) age"
    r"|age of (?:majority|consent|criminal responsibility)"
    rf"|(?:standard |reduced |basic |general |top |regular |lowest |highest |maximum )?(?:rate of )?{_TAX}(?: rate)?"
    r"|(?:legal |statutory |hourly |national )*minimum wage|(?:general |legal |maximum )*speed limit"
    r"|(?:legal )?(?:blood[- ])?alcohol limit|emergency (?:phone |telephone )?number|statute of limitations"
    r"|(?:statutory|legal) (?:notice period|warranty|holiday|leave|retirement age)|(?:basic |personal )?tax allowance"
    r"|tax-free allowance|electoral threshold"
    r"|(?:legal |maximum |permitted )*limit (?:of|for|on) (?:the )?(?:blood[- ])?alcohol(?: (?:in the|of the) blood)?"
    r"|(?:legal |permitted )*(?:blood[- ]alcohol|alcohol) (?:level|concentration|limit)"
    r"|legal (?:blood[- ])?(?:limit (?:of|for|on) [a-z-]+(?: [a-z-]+)?|maximum [a-z ]+|minimum [a-z ]+)"
    r"|(?:(?:legal|permitted|general|maximum|top) )*(?:maximum|top|permitted) speed (?:for [a-z ]+? )?(?:on|in|along)"
    r" (?:motorways|highways|freeways|expressways|country roads|built-up areas|towns|cities|residential areas"
    r"|main roads)"
    r"|deadline for (?:filing|submitting) (?:(?:an?|the) )?(?:income )?tax returns?"
    rf"|(?:length of the )?term of (?:office of )?(?:an?|the) {_OFFICE}"
    rf"|{_OFFICE}['’]s term(?: of office)?)"
)
_BODY = (
    r"(?:parliament|senate|supreme court|constitutional court|cabinet|lower house|upper house|lower chamber"
    r"|upper chamber)"
)
_ASKED = lazy_pattern(
    r"(?:how old|(?:at|from|by|until) (?:what|which) (?:minimum |legal )?age|what is the (?:legal |minimum "
    r"|lowest )*age)"
    r"\b[^?]*?\b(?:must|may|can|could|allowed|permitted|have to|has to|need to|needs to|required|entitled|eligible"
    rf"|age to|age at|age for|legally)\b[^?]*?\b{_DEED}\b[^?]*"
    rf"|(?:what|how (?:high|long|much)) (?:is|are) (?:the |an? )?(?:current )?{_FIGURE}"
    r"(?: (?:in|on|for|within|at|when|while) (?:an? |the )?[a-z -]+)?(?:, in [\w .%/-]+)?"
    rf"|(?:how long|how many years|for how (?:long|many years)) (?:is|does|may|can) (?:an?|the) {_OFFICE}(?:['’]s)?"
    r" (?:elected|appointed|serve|term|mandate|hold|stay|be|in office)\b[^?]*"
    r"|how (?:often|many times) (?:is|may|can) (?:an?|the) (?:president|chancellor|prime minister|parliament|governor"
    r"|mayor|senator) (?:be )?(?:re-?)?elected\b[^?]*"
    r"|who (?:elects|appoints|nominates) (?:the|an?) (?:president|prime minister|chancellor|governors?|mayors?"
    r"|senators?"
    r"|(?:federal )?(?:judges?|justices?)|speaker|cabinet|(?:judges|justices|members) of the [a-z ]+)\b[^?]*"
    r"|how many (?:members|seats|deputies|judges|justices|chambers|senators|ministers) (?:does|do|are|sit|has|is"
    r"|serve)\b"
    rf"[^?]*\bthe {_BODY}\b[^?]*"
    r"|on (?:which|what) side(?: of the (?:road|street))? (?:do|must|should|does|are)\b[^?]*\b(?:drive|ride|cycle"
    r"|overtake)"
    r"\b[^?]*"
    r"|(?:when|at (?:what|which) age|from (?:what|which) age) (?:do|must|should) children (?:start|begin|enter"
    r"|go to) school"
    r"|how many (?:days|weeks) of (?:vacation|holidays?|leave) (?:is|are|do) [^?]*\b(?:entitled|get|guaranteed)\b[^?]*"
    r"|is it legal to (?:drive|turn|own|carry|ride|park|drink|sell|buy|smoke|fish|hunt|record|download)\b[^?]*"
    r"|what is the currency|who is (?:the )?head of (?:state|government)"
    r"|which document (?:do you|does one|do drivers) need to drive [^?]*"
    r"|(?:how (?:much|high)|what) is the fine for [^?\d]*"
    r"|how many years of (?:school|schooling|education|military service) (?:is|are) (?:compulsory|mandatory|required)"
    r"|(?:what|which) (?:legal |statutory )?minimum tread depth [^?]*|what is the (?:legal )?minimum tread depth\b[^?]*"
    r"|(?:which|what) side of the (?:road|street) (?:do|must|should) (?:you|people|cars|drivers|we|one|motorists) drive"
    r"(?: on)?"
    r"|(?:which|what) (?:(?:emergency|phone|telephone) )*number (?:do|should|must|can|would) (?:you|people|we|one"
    r"|a person"
    r"|a caller) (?:call|dial)\b[^?]*\b(?:ambulance|emergenc\w+|police|fire|poison\w*|help|unconscious)\b[^?]*"
    r"|how (?:many (?:days|weeks|months)|much|long)\b[^?]*\b(?:paid|parental|maternity|paternity|sick|annual)"
    r" (?:leave|vacation|holidays?)\b[^?]*\b(?:entitled|by law|must|guarantee\w*|granted|last|get|have)\b[^?]*"
    r"|(?:when|by when|in (?:which|what) month|(?:by|on) (?:which|what) (?:date|day)) (?:is|are|must|does|do|has|have)"
    r" (?:(?:an?|the|your) )?(?:annual )?(?:income )?tax returns? [^?]*"
    rf"|(?:which|what) (?:rate of )?(?:{_TAX}|tax)(?: rate)? (?:applies to|is charged on|is levied on|is due on"
    rf"|is paid on)"
    r" [^?]*"
    r"|(?:when|in (?:which|what) (?:year|decade|century)) (?:was|were|did) (?:(?:universal|women['’]s) suffrage|women"
    r" (?:get|gain|receive|win|obtain) (?:the right to vote|suffrage|the vote)|slavery|the death penalty"
    r"|same-sex marriage|compulsory (?:schooling|education|military service)|conscription)\b[^?]*"
    r"|how (?:long|many years) (?:does|is|do) (?:the |an? )?(?:registered |registration of an? )?(?:trade ?marks?"
    r"|copyrights?"
    r"|driving licen[cs]es?|driver['’]s licen[cs]es?|passports?|work permits?|tax records?)(?: in [a-z ]+)?"
    r" (?:last|valid|protected|kept|run)\b[^?]*"
    r"|how (?:many (?:days|weeks|months)|much|long)\b[^?]*\bnotice\b[^?]*\b(?:employers?|employees?|landlords?"
    r"|tenants?)"
    r"\b[^?]*\b(?:by law|legally|must|required)\b[^?]*"
    r"|how many hours\b[^?]*\b(?:employees?|minors?|people|teenagers?|workers?)\b[^?]*"
    r"\b(?:legally|by law|allowed to work|may work|permitted to work)\b[^?]*",
    re.IGNORECASE,
)
_STATED = lazy_pattern(
    rf"(?:the )?{_FIGURE} is (?:about )?[\d£$€][^.]*"
    r"|(?:all |adult |every |an? )?(?:citizens?|people|persons?|voters?|teenagers?|minors|drivers?|adults|anyone"
    r"|anybody|everybody|everyone|candidates?|employees?|buyers?)"
    rf" (?:(?:must|has to|have to|need to|needs to) be (?:at least )?(?:\d+|[a-z-]+)\b[^.]*? to {_DEED}"
    rf"|(?:may|can|is allowed to|are allowed to) {_DEED} (?:at|from|when|once|as soon as))\b[^.]*"
    rf"|(?:all |full-time )?(?:employees|workers|mothers|fathers|parents|tenants|consumers|buyers"
    rf"|trainees) (?:are entitled to"
    rf"|have a right to|are guaranteed) (?:at least )?(?:\d+|{any_number_word(2, 30)}) [^.]*"
    r"|(?:car |novice )?drivers (?:must not|may not) have more than [\d.]+[^.]*\balcohol\b[^.]*"
    rf"|(?:an?|the|each|every) {_OFFICE} (?:(?:is|are) (?:elected|appointed) for|serves(?: for)?|must be at least)"
    r" (?:a term of )?(?:\d+|[a-z]+)(?:-year| years?)\b[^.]*",
    re.IGNORECASE,
)
_IN_GENERAL = lazy_pattern(
    r"\b(?:most|many|some|these|which|several|all) (?:countries|states|democracies|nations|systems|jurisdictions"
    r"|legal systems|constitutions)\b"
    r"|\b(?:parliamentary|presidential|federal|direct|common[- ]law|civil[- ]law) (?:system|democrac\w+|republic)s?\b"
    r"|\b(?:typical\w*|usual\w*|generally|novel|story|game|film|ancient|medieval)\b"
)
_NAMED = lazy_pattern(r"\b(?:[A-Z][a-z]+|US|USA|UK|EU|UAE|UN|NATO|GDR|USSR)(?!\w)")

LAW_WORDS = possessives(
    listed(
        "suffrage women slavery penalty marriage compulsory conscription age old tax vat wage limit emergency statute"
        " notice warranty holiday leave allowance threshold deadline president minister chancellor senator governor"
        " mayor judge judges justices members parliament senate seats deputies chambers senators ministers cabinet"
        " speaker side ambulance police vacation legally law vote drive drink marry smoke gamble retire enlist adopt"
        " alcohol beer wine tobacco cigarettes fireworks elected married sentenced licensed juror notary license"
        " ride cycle overtake fine years tread employees workers mothers fathers parents tenants consumers buyers"
        " trainees"
        " children days weeks legal allowed permitted currency head"
        " licence tattoo elections army military contract firearm handgun moped motorcycle scooter jury spirits liquor"
        " trademark trademarks copyright copyrights passport passports permit permits speed alcohol-limit motorways"
        " highways level concentration lottery firearms gun"
    )
)
"""Every question about what each country sets by law contains one of these words."""


def law_without_country(stem: str) -> str | None:
    """Return the words of ``stem`` that ask for an age, a tax, a term or the like that differs by country."""
    plain = unquoted(stem).strip().rstrip("?.!")
    found = _ASKED.fullmatch(plain) or _STATED.fullmatch(plain)
    if found is None or _NAMED.search(plain, 1) or _IN_GENERAL.search(plain):
        return None
    return found[0]
