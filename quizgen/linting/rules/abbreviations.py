"""The rule about abbreviations that nobody has explained."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME_GUIDE, question_rule
from quizgen.text.chemistry import is_formula
from quizgen.text.initials import in_initials
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.noun_kinds import is_noun
from quizgen.text.numbers import roman
from quizgen.text.synonyms import US_STATES, synonyms_of
from quizgen.text.verbs import is_third_person
from quizgen.text.words import listed

_SHORT_FORM = lazy_pattern(r"(?<![\w.&/+*-])(?P<letters>[A-Z]{2,5})s?(?![\w&/+*-]|\.\w)")
_SHORTEST_ALONE = 3
"""The fewest letters of an abbreviation that is reported by itself; a pair of capitals is often a symbol."""
_FORMULA_LENGTH = 2
"""Longer runs of capitals are seldom formulas, even if each letter is a symbol of an element."""
_KNOWN = listed(
    """
    AD AM AIDS ATM BBC BC BCE CD CE CEO CERN CIA CPU CNN DIY DJ DNA DVD EU FAQ FBI FIFA GDP GMT GPS HIV HR ICU ID IMF
    IQ IT IRA IUPAC JFK KGB LA LED LGBT MIT MP MRI MTV NASA NATO NBA NFL NHL NHS NGO NYC NY NZ OECD OK OPEC PC PDF PHD
    PM POW PR QC RAF RAM RNA ROM RIP SI SIM SMS SUV TNT TV UAE UCLA UEFA UFO UK UN UNESCO UNHCR UNICEF US USA USB USSR
    UV VIP VPN WHO WIFI WTO WW WWI WWII WWF ZIP
    AC AI API ASCII BASIC CSS CSV DC DNS FTP GPU GUI HTML HTTP HTTPS IP IPV JPEG JPG JSON LAN MAC MP OS PHP PNG RGB SMTP
    SQL SSD SSH SSL TCP TLS UDP URL USB UTF WAN WWW XML YAML OOP IDE BIOS NAND NOR AND OR NOT XOR
    ATP ADP NAD NADH NADP NADPH PCR MRNA TRNA CNS EEG ECG EKG BMI SARS COVID FDA CDC MRSA PTSD ADHD OCD
    CO NO SO HCL KCL CPI VAT FED ECB AP IB GCSE SAT
    ABC BAFTA EP LP MGM NBC CBS HBO ITV MVP PGA ATP WBA IOC KO RBI TT GP BMW VW
    EXCEPT TRUE FALSE ALL BEST MOST LEAST NEVER ALWAYS ONLY ANY BOTH EACH EVERY FIRST LAST LESS MORE MUST NONE ONE TWO
    THREE SAME THAT THE THIS WAS WERE IS ARE DO DOES DID CAN WILL WOULD IF IN ON AT BY TO OF FOR FROM UP A I II III IV
    AAAA AAVE ABS ACE ACK ACTH ADH AED ALS ALU AMA ANOVA APA APR ARP ASAP ATV AV AWS BAC BGP BLS BMR BOLD BP BPM BSE
    CABG CAD CAPM CAPTCHA CBT CCTV CDN CEFR CERT CFO CHF CIDR CIF CKD CLI CMOS CMYK CNAME CNC COD COO COPD CPR
    CRISPR CRM CRUD CSI CSTO CT CTO CVA DAW DCF DDR DDT DEBUG DELETE DHCP DIN DKA DLL DMV DNR DOI DOM DOS DPI DRAM
    DRM DRS DSLR DVT EBIDTA EBIT EBITDA EDM EDTA EFL EFTA EGR ELISA EMT ENT EOF EPO EPS EQ ERA ERM ERP ERROR ESL ESP
    ETF EV FAO FAST FAT FDR FEMA FIA FIBA FIFO FILO FIN FINA FOB FOMC FPS FSH FTSE FX GAAP GABA GATT GCC GDPR GERD
    GET GFR GMAT GMO GNP GNU GPA GRE GSM GUID HCG HD HDD HDL HDMI HDR HEAD HEPA HIIT HPV HRT HSV HVAC IAAF IAEA IBM
    IBS ICAO ICC ICJ ICMP IEEE IELTS IFRS IGMP IMAP INFO INR IPA IPL IPO IRR IRS ISBN ISO ISP ISS IUD IVF JIT JVM
    JWT KPI LBW LCD LDAP LDL LH LIBOR LIDAR LIFO LLC LSAT LSD LTE LZW MASH MBA MBTI MCAT MCU MIDI MIME MLA MLB MMR
    MODEM MPEG MRP MS MSDS MSG MVC MX NAACP NAFTA NAS NASDAQ NAT NBER NCAA NFC NFT NHTSA NICU NP NPC NPV NRR NS NSA
    NSAID NTP NYSE ODI OHM OLED OMR OSHA OSI OSPF OTC PAC PAL PATCH PAYE PCI PDA PEP PET PGP PID PIN PKI PLC PMS POP
    POS POST PP PPE PPI PSA PSI PTA PTR PUT PVC QE QED QR QWERTY RADAR RAID RAW RBC RDA REM REST RFC RFID RICE RIM
    RISC RNG ROA ROE ROI RP RPG RPM RSA RSI RSS RST RSVP SA SAAS SAE SATB SCADA SCUBA SDK SDS SEC SEO SHA SIDS SLR
    SMART SNMP SNP SOA SOAP SONAR SOV SPF SPSS SSN STD STEM STEMI STI STP SVO SWAT SWIFT SWOT SYN TB TED TEFL TENS
    TFT THC TIA TIFF TMO TOEFL TOEIC TPM TSA TSH TSS TTL TXT UCI UHF UHT UML UNCLOS UNCTAD UNDP UNIX UPS UPVC USDA
    UTC UTI VAR VGA VHF VHS VLAN VOC VOIP VP WACC WARNING WASD WAV WBC WEP WMO WPA WTA WTI YMCA ZPD
    SELECT WHERE JOIN GROUP ORDER HAVING INTO FROM UNION NULL WRONG RIGHT HIGH LOW
    """
)
_ASKS_FOR_MEANING = lazy_pattern(
    r"\b(?:stand(?:s|ing)? for|abbreviat\w+|acronyms?|initials?|letters|spell\w*|codes?|currency|airport|SQL|keyword"
    r"|genotype\w*|alleles?|blood|triangle|line|angle|segment|points?|quadrilateral|roman|sequence|strand|codons?"
    r"|truth table|chess|notation|cards?|station|plate)\b",
    re.IGNORECASE,
)


@question_rule(
    "Q158",
    "unexplained-abbreviations",
    kinds=("choice", "multiple", "true_false", "short", "number", "card"),
    skips_code=True,
    english=True,
    source=f"{HDR}, guideline 8 (simple vocabulary); {NBME_GUIDE} (no unneeded abbreviations)",
)
def unexplained_abbreviations(item: Item) -> Iterator[Flaw]:
    """Flag stems with abbreviations that are not explained in the question, except common ones such as DNA, NATO and
    HTML. A stem may ask what a single abbreviation is or means.

    ## Why it matters
    Learners who know the terms only by their full names do not know what is being asked, and many abbreviations mean
    something different in another field.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: In an RCT with a high ITT dropout, which kind of analysis is preferred?
      answer: a sensitivity analysis
    ```

    ## Better
    ```yaml
    - id: q
      kind: short
      stem: In a randomized trial that many patients leave early, which additional analysis is preferred?
      answer: a sensitivity analysis
    ```
    """
    if not _MAY_BE_SHORT.search(item.stem) or item.stem.isupper() or _ASKS_FOR_MEANING.search(item.stem):
        return
    stem = item.plain_stem
    short = dict.fromkeys(found["letters"] for found in _SHORT_FORM.finditer(stem))
    unknown = [letters for letters in short if not _is_known(letters) and not _is_explained(letters, item)]
    if len(unknown) > 1:
        yield Flaw(
            f"{unknown[0]} and {unknown[1]} are not explained",
            "spell them out, with the abbreviation in parentheses if it is used again",
            item.stem_path,
        )
    elif unknown and not _is_clear_alone(unknown[0], stem):
        yield Flaw(
            f"{unknown[0]} is not explained",
            "spell it out, with the abbreviation in parentheses if it is used again",
            item.stem_path,
        )


_MAY_BE_SHORT = lazy_pattern(r"\b[A-Z]{2,5}s?\b")


_PATTERN = lazy_pattern("[A-E]+")
"""A rhyme scheme, or the points of a figure: ABAB, ABCDE."""


def _is_clear_alone(letters: str, stem: str) -> bool:
    """Return whether one abbreviation is a word in capitals, a name ("KOI 8"), or what is asked: "What is a VLAN?"."""
    word = letters.lower()
    if len(letters) < _SHORTEST_ALONE or _PATTERN.fullmatch(letters) or is_noun(word) or is_third_person(word):
        return True
    asked = rf"(?i:{_ASKING_WHAT}) {letters}s?(?:\?| {_ASKED_OF_TERM}\b)"
    return re.search(rf"{asked}|\b{letters} \d|[*\"“]{letters}[*\"”]", stem) is not None


_ASKING_WHAT = "(?:what|how|why) (?:is|are|was|were|does|do|did)(?: an?| the)?"
_ASKED_OF_TERM = "(?:do|mean|measure|test|cover|describe|contain|use|work|differ|in)"
_STATE_CODES = frozenset(US_STATES.values())


def _is_known(letters: str) -> bool:
    folded = letters.lower()
    return (
        letters in _KNOWN
        or bool(synonyms_of((folded,)))
        or roman(folded) is not None
        or folded in _STATE_CODES
        or (is_formula(letters) and len(letters) == _FORMULA_LENGTH)
    )


def _is_explained(letters: str, item: Item) -> bool:
    """Return whether the question has words that the letters are the initials of, or the letters in parentheses."""
    if f"({letters}" in item.stem or re.search(rf"\b{letters}s? \(", item.stem):
        return True
    return any(in_initials(letters, text.replace(letters, " ")) for _, text in item.texts)
