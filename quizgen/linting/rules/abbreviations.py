"""The rule about abbreviations that nobody has explained."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.registry import HDR, NBME_GUIDE, question_rule
from quizgen.text.chemistry.formulas import is_formula
from quizgen.text.initials import in_initials, in_initials_of_content
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
    AC AI API ASCII BASIC CSS CSV DC DNS FTP GPU GUI HTML HTTP HTTPS IP IPV JPEG JPG JSON LAN MAC OS PHP PNG RGB SMTP
    SQL SSD SSH SSL TCP TLS UDP URL UTF WAN WWW XML YAML OOP IDE BIOS NAND NOR AND OR NOT XOR
    ATP ADP NAD NADH NADP NADPH PCR MRNA TRNA CNS EEG ECG EKG BMI SARS COVID FDA CDC MRSA PTSD ADHD OCD
    CO NO SO HCL KCL CPI VAT FED ECB AP IB GCSE SAT
    ABC BAFTA EP LP MGM NBC CBS HBO ITV MVP PGA WBA IOC KO RBI TT GP BMW VW
    EXCEPT TRUE FALSE ALL BEST MOST LEAST NEVER ALWAYS ONLY ANY BOTH EACH EVERY FIRST LAST LESS MORE MUST NONE ONE TWO
    THREE SAME THAT THE THIS WAS WERE IS ARE DO DOES DID CAN WILL WOULD IF IN ON AT BY TO OF FOR FROM UP A I II III IV
    AAAA AAS AAVE ABS ABV ACE ACID ACK ACL ACLU ACTH ADA ADC ADH AED AKI ALS ALU AMA ANOVA ANS APA APR ARDS ARP ASAP
    ATV AUC AV AWS BAC BBQ BGP BIF BJT BLS BMR BMX BOLD BP BPH BPM BRICS BSE BUN CABG CAD CAPM CBC CBT CCTV CDN CEFR
    CERT CFC CFCS CFO CGI CHF CIDR CIF CKD CLI CLIL CMB CMOS CMV CMYK CNAME CNC COD COO COPD CPR CRM CRP CRUD CSF
    CSI CSMA CSTO CT CTO CVA DAC DAW DB DCF DDR DDT DEBUG DHCP DIC DIN DKA DLL DMV DNR DOI DOM DOS DPI DRAM DRM DRS
    DSLR DSM DVT EBIT EBV ECHR ECJ EDM EDTA EEOC EFL EFTA EGR EIGRP ELISA EMF EMT EN ENT EOF EPO EPS EQ ERA ERM ERP
    ERROR ESA ESL ESP ESR ETF ETL EV FAO FAST FAT FDI FDR FEMA FET FIA FIBA FIDE FIFO FILO FIN FINA FMRI FOB FOIA
    FOMC FPS FSH FTSE FX GAAP GABA GATT GC GCC GDPR GERD GET GFR GMAT GMO GNP GNU GPA GPT GRE GSM GUID GUT HCG HD
    HDD HDI HDL HDMI HDPE HDR HEAD HEPA HIIT HOMO HPLC HPV HRT HSRP HST HSV HVAC IAAF IAEA IBM IBS IBU ICAO ICC ICD
    ICJ ICMP IEEE IELTS IFRS IGMP IMAP INFO INR IPA IPCC IPL IPO IPSEC IR IRR IRS ISBN ISO ISP ISRO ISS ITF IUD IVF
    JAXA JIT JPL JVM JWST JWT KNN KPI LACP LBW LC LCD LDAP LDL LDPE LFT LGBTQ LH LHC LIBOR LIDAR LIFO LLC LLM LRC
    LSAT LSD LTE LTP LUMO LZW MASH MBA MBTI MCAT MCU MEP MI MIDI MIME MLA MLB MMA MMPI MMR MODEM MOOC MORB MPC MPEG
    MPLS MRP MRS MS MSDS MSE MSG MSS MTU MVC MX NAACP NAFTA NAIRU NAS NAT NBER NCAA NDA NFC NFT NHTSA NIC NICU NLP
    NMR NOAA NP NPC NPO NPV NRR NS NSA NSAID NTP NYSE OBP OCR ODI OER OHM OLAP OLED OMR OPAMP OPS ORM OSHA OSI OSPF
    OTC PAC PAL PATCH PAYE PCA PCI PDA PE PEP PET PGP PID PIN PKI PLC PMS PNS POP POS POST PP PPE PPI PPP PRN PSA
    PSI PTA PTR PUT PVC PWM QCD QE QED QOS QR RA RADAR RAID RAW RBC RC RDA REM REST RFC RFID RICE RIM RISC RMS RNG
    RNN ROA ROC ROE ROI RP RPG RPM RSA RSI RSS RST RSV RSVP RTT SA SAAS SAE SATB SATP SCADA SCUBA SDK SDN SDS SEC
    SEO SHA SIDS SLA SLE SLR SMART SNCF SNMP SNP SOA SOAP SONAR SOV SPF SPSS SSID SSN STD STEM STEMI STI STP SVM SVO
    SWAT SWIFT SWOT SYN TB TED TEFL TENS TFT THC TIA TIFF TLC TMO TOEFL TOEIC TPM TPN TSA TSH TSS TTL TXT UBI UCI
    UFC UHF UHT UML UNDP UNIX UNSC UPS UPVC URI USDA USGS UTC UTI VAR VFX VGA VHF VHS VLAN VOC VOIP VP VRRP WACC
    WADA WAIS WAR WASD WAV WBC WEP WLAN WMO WPA WTA WTI WWE XRD YMCA ZPD
    AIX ALDI ALGOL ANSI APL ARM BASF BASH BSD COBOL CUDA DARPA DHL ECMA ESO ESPN GIMP HSBC IKEA ITER KDE KLM LEGO
    LIGO LISP MINIX MIPS NIST OXFAM PERL POSIX SAP SETI SPARC TESCO UBS VIM VMS
    METAR SPECI TAF SIGMET AIRMET PIREP NOTAM GRIB EDIFACT DICOM IBAN BIC ISSN EPUB FASTA GTFS
    IGES DXF DWG STL GEDCOM PGN FEN SBAR MARC INCI COLREG
    FDIC FICO FTC FCC EPA DEA HIPAA ERISA FERPA HUD HSA FSA HOA APY PMI FHA CFTC NCUA FINRA SIPC FASB PCAOB SOX CPA
    CFA COGS IRC GST PIK NASDAQ AMEX DJIA SNAP WIC TANF NIH NSF NIMH CMS TVA CCC NRA NLRB FAA NTSB DOT DOJ DHS DOD DOE
    ICE CBP USPS USMC GOP DNC RNC AARP AFL CIO NPR PBS SCOTUS POTUS ACT GED ROTC NASCAR ASEAN OAU CARICOM DVLA HMRC
    OFSTED GCHQ DUP MOT ISA RSPCA FIV FELV FIP BVD FMD EIA RER TPR CPV GDV DVM BVA AVMA LDA CCL AIS EPIRB SART
    SOLAS GMDSS MMSI DSC ECDIS PFD IMO MARPOL STCW IALA TCPA GRT DWT TEU LNG OTF TTF WOFF DTP SVG FOH DMX ADR LX
    ASM BSL ASL CCD AGN VLA VLT ALMA LSST SDSS IAU NGC NEO TRAPPIST MDF OSB PVA LVL HVLP GFCI GFI RCD
    MCB PEX CPVC IRB MDMA PTFE PCB CRT PLA PETG HEIC FLAC MCC NRL WNBA SELECT WHERE JOIN GROUP ORDER HAVING INTO UNION
    NULL WRONG RIGHT HIGH LOW
    """
)
"""Short forms that are better known than their full names, most of them in one field only, and words in capitals."""
_CLEAR_PAIRS = listed(
    "AC AD AI AM BC CD CE DC DJ DO DR EU HR HTTP ID II IN IP IQ IS IT IV KO LA NO NY NZ OK ON OR PC PM"
    " QC SI SO TO TV UK UN UP US UV VI VP WW XI XX AB BB AA OS PH TB HE SHE WE BY AS AT IF CO NH OH CH CN HF HI KI"
)
"""Pairs of capitals that mean the same to everybody, in whatever company, and formulas."""
_NAME_OF_METHOD = lazy_pattern(
    r"(?<![\w.&/+*-])(?P<letters>[A-Z]{3,5}) (?:[a-z]+[-–][a-z]+ )?(?:matri(?:x|ces)|models?|analys[ei]s|tests?|scores?"
    r"|scales?|ind(?:ex|exes|ices)|criteria|approach(?:es)?|methods?|frameworks?|classifications?)\b"
)
"""What is taught under its short name: the BCG growth–share matrix, the VARK model."""
_FEWEST_TOGETHER = 2
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
    HTML, those that another question of the set explains or asks for, those that stand in three questions or more, and
    those in the name of a model, test or method, such as "the BCG matrix". A stem may ask what a
    single abbreviation is or means.

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
    if not _MAY_BE_SHORT.search(item.stem) or item.stem.isupper():
        return
    stem = item.plain_stem
    short = dict.fromkeys(found["letters"] for found in _SHORT_FORM.finditer(stem))
    named = {found["letters"] for found in _NAME_OF_METHOD.finditer(stem)}
    unknown = [
        letters
        for letters in short
        if letters not in named and not _is_known(letters) and not _is_explained(letters, item)
    ]
    if len(unknown) < _FEWEST_TOGETHER and len(short) >= _FEWEST_TOGETHER:
        # Two that each mean several things do not explain each other: "Which item leads from GP to OP?"
        pairs = [each for each in short if len(each) == _FORMULA_LENGTH and each not in _CLEAR_PAIRS]
        if len(pairs) >= _FEWEST_TOGETHER and not any(_is_explained(each, item) for each in pairs):
            unknown = pairs
    if unknown and not item.learned.short_forms.isdisjoint(unknown):
        unknown = [letters for letters in unknown if letters not in item.learned.short_forms]
    if not unknown or _ASKS_FOR_MEANING.search(item.stem):
        return
    if len(unknown) >= _FEWEST_TOGETHER:
        yield Flaw(
            f"{', '.join(unknown[:-1])} and {unknown[-1]} are not explained",
            "spell them out, with the abbreviation in parentheses if it is used again",
            item.stem_path,
        )
    elif not _is_clear_alone(unknown[0], stem, item.stem):
        yield Flaw(
            f"{unknown[0]} is not explained",
            "spell it out, with the abbreviation in parentheses if it is used again",
            item.stem_path,
        )


_MAY_BE_SHORT = lazy_pattern(r"\b[A-Z]{2,5}s?\b")


_PATTERN = lazy_pattern("[A-E]+")
"""A rhyme scheme, or the points of a figure: ABAB, ABCDE."""


def _is_clear_alone(letters: str, stem: str, written: str) -> bool:
    """Return whether one abbreviation is a word in capitals, a name ("KOI 8"), or what is asked: "What is a VLAN?".

    ``stem`` lacks the quotations and code that the stem has as ``written``.
    """
    word = letters.lower()
    if len(letters) < _SHORTEST_ALONE:
        # A symbol needs no article: "the side AB", "in AB", but "after an MI".
        is_counted = re.search(rf"\b(?:an?|have|has|had|for|with|is|does|raised|low|high) {letters}(?= |\?|,|\.)", stem)
        return is_counted is None or _SYMBOLS.search(stem) is not None
    if _PATTERN.fullmatch(letters) or is_noun(word) or is_third_person(word):
        return True
    # What is asked for is how to read it: "What does `BKN020` in a METAR report?", "the fields of a TAF message".
    if re.search(rf"`[^`]+`[^`?]* (?:in|of) (?:an? |the )?{letters}\b|\b{letters}s? {_READABLE}", written):
        return True
    asked = rf"(?i:{_ASKING_WHAT}) {letters}s?(?:\?| {_ASKED_OF_TERM}\b)"
    return re.search(rf"{asked}|\b{letters} \d|[*\"“]{letters}[*\"”]", stem) is not None


_READABLE = r"(?:reports?|formats?|files?|messages?|standards?|headers?|barcodes?)\b"
"""What is known by its short name, above all to those who have to read it."""
_SYMBOLS = lazy_pattern(
    r"\b(?:circle|chord|vector|graph|matrix|matrices|road|license|bond|group|set|section|route)\b|[=+°]"
)
"""What has names of two capitals."""
_ASKING_WHAT = "(?:what|how|why) (?:is|are|was|were|does|do|did)(?: an?| the)?"
_ASKED_OF_TERM = "(?:do|mean|measure|test|cover|describe|contain|use|work|differ|in)"
_STATE_CODES = frozenset(US_STATES.values())


_ORGANIC = lazy_pattern("[CHNO]{3,6}")
"""Groups and small molecules: COOH, HCN."""


def _is_known(letters: str) -> bool:
    folded = letters.lower()
    return (
        letters in _KNOWN
        or bool(synonyms_of((folded,)))
        or roman(folded) is not None
        or folded in _STATE_CODES
        or _ORGANIC.fullmatch(letters) is not None
        or (is_formula(letters) and len(letters) == _FORMULA_LENGTH)
    )


_ELSEWHERE = (
    r"(?:[(;,] ?(?:in|to) (?:(?:the )?[A-Z]\w+(?: English)?|many countries|some countries|medicine|law|engineering),?"
    r"|(?:[(;,] ?)?\b(?:also|often|usually|sometimes|formerly|better|commonly) (?:called|known as|referred to as)"
    r"|[(,] ?(?:or|i\.e\.,?|that is,?|called|known as|abbreviated(?: as| to)?|short|for short))"
)
"""What comes before another name of what the stem has spelled out: "…, in the US a GFCI", "…, also called a …"."""


def _is_explained(letters: str, item: Item) -> bool:
    """Return whether the question has words that the letters are the initials of, or the letters in parentheses."""
    if f"({letters}" in item.stem or re.search(rf"\b{letters}s? \(|{_ELSEWHERE} (?:an? |the )?{letters}\b", item.stem):
        return True
    texts = [text.replace(letters, " ") for _, text in item.texts]
    return any(in_initials(letters, text) or in_initials_of_content(letters, text) for text in texts)
