"""Answers that are code without backticks: every token counts, whatever words the stem has."""

import pytest

from quizgen.grading.grader import grade
from quizgen.questions import ClozeQuestion, ShortQuestion

BOOKS = "Write a query for the title and year of all books published after 2010, oldest first."
QUERY = "SELECT title, year FROM books WHERE year > 2010 ORDER BY year;"


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        (
            BOOKS,
            QUERY,
            [
                "select title,year from books where 2010 < books.year order by year asc",
                "SELECT title, year FROM books WHERE (year > 2010) ORDER BY year",
                "`SELECT title, year FROM books WHERE year > 2010 ORDER BY year`",
            ],
            [
                "SELECT title year FROM books WHERE year > 2010 ORDER BY year;",
                "SELECT title FROM books WHERE year > 2010 ORDER BY year;",
                "SELECT title, year FROM books WHERE year > 201 ORDER BY year;",
                "SELECT title, year FROM books WHERE title > 2010 ORDER BY year;",
                "SELECT title, year FROM books WHERE year > 2010 ORDER BY title;",
                "SELECT title, year FROM books WHERE year > 2010",
            ],
        ),
        (
            "Which SQL statement removes the users over 90 with status 'x'?",
            "DELETE FROM users WHERE age > 90 AND status = 'x';",
            ["delete from users where status = 'x' and age > 90"],
            [
                "DELETE FROM users WHERE age > 90 OR status = 'x';",
                "DELETE FROM users WHERE age > 90 AND status = 'X';",
                "DELETE FROM users;",
            ],
        ),
        (
            "Which command copies notes.txt to the folder backup?",
            "cp notes.txt backup",
            ["$ cp notes.txt backup", "use cp notes.txt backup", 'cp "./notes.txt" backup', "cp notes.txt backup;"],
            ["CP notes.txt backup", "cp Notes.txt backup", "cp note.txt backup", "cp backup notes.txt", "cp notes.txt"],
        ),
        (
            "Which Linux command copies the folder src to backup?",
            "cp -r src backup",
            ["cp -r src/ backup", "cp -r ./src/ backup"],
            ["cp -r backup src", "cp src/ backup", "cp -r src/x backup", "cp -r /src backup"],
        ),
        (
            "Which git command commits with the message first?",
            'git commit -m "first"',
            ["git commit -m 'first'", "git commit -m first"],
            ['git commit -M "first"', 'git commit "first"', 'git commit -m "First"'],
        ),
        (
            "Which command deletes the folder old and all in it without asking?",
            "rm -rf old",
            ["rm --recursive --force old", "rm -r --force old", "rm -fR old"],
            ["rm --recursive old", "rm --recursive --verbose old", "rm --force old", "rm --Recursive --force old"],
        ),
        (
            "Which git command commits with the message first try?",
            "git commit --message='first try'",
            ['git commit -m "first try"', 'git commit --message "first try"', 'git commit --message="first try"'],
            ['git commit --message="first"', "git commit --message", 'git commit --amend "first try"'],
        ),
        (
            "Which command finds TODO in all files of the folder, in any case?",
            "grep -ri TODO .",
            ["grep --ignore-case --recursive TODO .", "grep -i -r TODO ."],
            ["grep --recursive TODO .", "grep --recursive --invert-match TODO .", "grep -i TODO ."],
        ),
        (
            "Which command extracts a.tar.gz?",
            "tar -xzf a.tar.gz",
            ["tar --extract --gzip --file=a.tar.gz", "tar -x -z -f a.tar.gz"],
            ["tar --create --gzip --file=a.tar.gz", "tar -fxz a.tar.gz", "tar -xz a.tar.gz"],
        ),
        (
            "Show five lines in Bash.",
            "head -n 5 a.txt",
            ["head --lines=5 a.txt", "head -5 a.txt"],
            ["head --bytes=5 a.txt"],
        ),
        (
            "Which command shows each TODO in a.txt with two lines before and after it?",
            "grep -C 2 TODO a.txt",
            ["grep --context=2 TODO a.txt", "grep -C2 TODO a.txt", "grep --context 2 TODO a.txt"],
            ["grep -A 2 TODO a.txt", "grep --before-context=2 TODO a.txt"],
        ),
        ("List hidden files, with the short form of the option.", "ls -a", ["ls -a"], ["ls --all"]),
        (
            "Write a CSS selector for each p in the element whose id is main.",
            "#main p",
            ["#main  P", "#main p {}", "the selector is #main p"],
            ["#main, p", "#main > p", "p #main", "main p", "#mainp", "#main.p", "#Main p"],
        ),
        (
            "Give a CSS selector for div elements of class a.",
            "div.a",
            ["DIV.a { }"],
            ["div .a", ".a div", "div, .a", "div.A"],
        ),
        (
            "Which JavaScript line sets r to 0.2?",
            "const r = 0.2;",
            ["const r = .2;", "const r = 0.20;"],
            ["const r = 0.02;", "const r = 2;"],
        ),
        (
            "Write a Python statement that sets price to 19.5.",
            "price = 19.5",
            ["price=19.50", "`price = 19.5`"],
            ["price = 19,5", "price = 195", "price == 19.5"],
        ),
        (
            "In Python, set the variable total to zero.",
            "total = 0",
            ["total=0", "`total = 0`"],
            ["Total = 0", "total == 0", "total = 0,", "0"],
        ),
        (
            "Which keyword in Java leaves a loop?",
            "break",
            ["the keyword break", "break statement"],
            ["the keyword brake"],
        ),
        ("Give a CSS selector for all h1 and h2.", "h1, h2", ["h2,h1"], ["h1 h2", "h1 > h2", "h1"]),
        ("Which CSS selector has text fields?", 'input[type="text"]', ["input[type=text]"], ['input [type="text"]']),
        ("Which CSS selector is this?", "class selector", ["a class selector"], ["id selector"]),
        ("Which command?", "`grep -i Error app.log`", ["grep -i Error app.log"], ["grep -i error app.log"]),
        ("Which Docker command lists all containers?", "docker ps -a", [], ["docker ps", "docker ps -A"]),
        ("Which property do basic solutions share?", "alkalinity", ["alkalinty"], ["acidity"]),
        ("What is the main function of a turtle's shell?", "protection", ["protecion"], ["detection"]),
        ("What may states do after a war?", "make peace", ["making peace", "Make peace"], []),
        ("Which statement prints total?", "print(total)", ["print( total );"], ["Print(total)", 'print("total")']),
        ("How does a method area of r begin?", "def area(r):", ["def area( r ):"], ["def area(R):", "def area(r)"]),
        ("Which line imports the module math?", "import math", ["import math;"], ["import maths", "Import math"]),
        ("What is levied on goods from abroad?", "import duties", ["import duty"], []),
        ("Which HTML makes A bold and red?", '<b class="red">A</b>', ["<B CLASS='red'>A</B>"], ["<b class=red>A<b>"]),
        ("Which keyword leaves a loop?", "break", ["the break keyword", "`break`"], ["breaks", "Break", "brake"]),
        ("Which Python method adds an item?", "append", ["list.append", "x.append(1)"], ["appends", "Append"]),
        ("Which CSS property sets the colour of text?", "color", ["color property"], ["colour", "colors"]),
        ("Which SQL clause filters groups?", "HAVING", ["having", "the HAVING clause"], ["have"]),
        (
            "Which CSS makes headings red?",
            "h1 { color: red; }",
            ["h1{color:red}"],
            ["h1 { colour: red; }", "h2{color:red}"],
        ),
        ("Which git command shows changes?", "git diff", ["diff"], ["git diffs", "git status"]),
        (
            "Which JavaScript method makes JSON from an object?",
            "JSON.stringify",
            ["JSON.stringify(x)", "the JSON.stringify method", "stringify"],
            ["json.stringify", "JSON.Stringify", "JSON.stringifies"],
        ),
        ("Which Python exception is it?", "KeyError", ["a KeyError"], ["keyerror", "KeyErrors", "Key error"]),
        (
            "Which access modifier in Java is it?",
            "private",
            ["the private modifier"],
            ["Private", "privat", "privately"],
        ),
        ("Name the Python module for dates.", "datetime", ["import datetime"], ["datetimes", "Datetime"]),
        ("Which PHP statement says Hi?", 'echo "Hi";', ["echo 'Hi';"], ["echo Hi;", 'Echo "Hi";']),
        (
            "Write the head of a Java loop.",
            "for (int i = 0; i < 5; i++)",
            ["for(int i=0;i<5;i++) {"],
            ["for (int i = 0; i <= 5; i++)"],
        ),
        ("What does this code print? for i in range(4): print(i)", "0 1 2 3", [], ["0 1 2 3 4", "0, 1, 2, 3", "0123"]),
        ("In Python, what is the value of 'ab' + 'c'?", '"abc"', ["'abc'", "abc"], ['"ab c"', "ABC"]),
        ("Write a regular expression for vowels.", "[aeiou]+", ["/[aeiou]+/"], ["[AEIOU]+", "(aeiou)+", "[aeiou]*"]),
        ("Write a line that adds 2 to the variable total.", "total += 2", ["total+=2"], ["Total += 2", "total =+ 2"]),
        ("Which condition tests that t is empty in Python?", 't == ""', ["t == ''"], ['t == " "', 't = ""']),
        ("Write the HTML for a paragraph that says Yes.", "<p>Yes</p>", ["<P>Yes</P>"], ["<p>yes</p>", "<p>Yes<p>"]),
        (
            'What is the output of print("b" * 3)?',
            "bbb",
            ["It prints bbb", '"bbb"', "bbb\\n"],
            ["b b b", "BBB", "bbbb"],
        ),
        ("What does print('s' + 't' * 2) show?", "stt", ["`stt`", " 'stt' "], ["stst", "sstt", "st t"]),
        ("¿Cuál es la salida de print('mar' * 2)?", "marmar", ["'marmar'"], ["mamar", "marmarr", "Marmar"]),
        ('def f(s): return "No " + s. What does f("Al") return?', "No Al", ['"No Al"'], ["No al", "NoAl", "No All"]),
        ("Python: x = 'on'; x += 'ion'. What is x?", "onion", ["'onion'"], ["onoin", "oniion", "Onion"]),
        ("What does `[3] + [4]` evaluate to in Python?", "[3, 4]", ["[3,4]"], ["[4, 3]", "[[3], [4]]", "3, 4"]),
        ("In JavaScript, what does `'4' + 2` return?", "42", ["'42'"], ["6", "42.0"]),
        ("What does Python print for print(9 / 3)?", "3.0", ["Output: 3.0"], ["3", "3.00"]),
        ("What is the output of `print('y' + '-' + 'x')`?", "y-x", [], ["x-y", "y - x"]),
        ("What does `pwd` print?", "the current directory", ["current directroy"], ["home directory"]),
        ("In Python, write the last line of a list rows.", "rows[-1]", ["rows[ -1 ]"], ["rows[−1]", "rows[–1]"]),
        ("Which command?", "chmod 644 a.txt", ["chmod 0644 a.txt"], ["chmod 0664 a.txt", "chmod –R 644 a.txt"]),
        (
            "Write the head of a Python loop in which k runs from 0 to 4.",
            "for k in range(5):",
            ["for k in range(0, 5):"],
            ["for k in range(5)", "for k in range(1, 5):"],
        ),
        ("Which formula adds A1 to A9 in Excel?", "=SUM(A1:A9)", ["=sum(a1:a9)"], ["=SUM(A1,A9)", "=SUM(A1:A8)"]),
        (
            "Write the head of a Java loop that runs while k is below n.",
            "while (k < n)",
            ["while(k<n){"],
            ["while (K < n)"],
        ),
        ("Write a regular expression for a letter and a digit.", "[A-Z][0-9]", [], ["[0-9][A-Z]", "[A-Z]"]),
        ("Which command makes a folder called img?", "mkdir img", ["mkdir img/"], ["mkdir Img", "mkdir images"]),
        ("Which git option changes the last commit?", "--amend", [], ["amends", "--amended"]),
        (
            "Write a Python expression for the words of three letters in words.",
            "[w for w in words if len(w) == 3]",
            ["[w for w in words if len(w)==3]", "[x for x in words if len(x) == 3]"],
            [
                "(w for w in words if len(w) == 3)",
                "w for w in words if len(w) == 3",
                "[w for w in Words if len(w) == 3]",
                "[w for w in words if len(w) = 3]",
                "[words for words in words if len(words) == 3]",
                "[x for w in words if len(x) == 3]",
            ],
        ),
        (
            "Write a dictionary comprehension from each name in names to its length.",
            "`{name: len(name) for name in names}`",
            ["{n: len(n) for n in names}"],
            [
                "{name, len(name) for name in names}",
                "{name: len(name) for name in Names}",
                "{n: len(name) for n in names}",
            ],
        ),
        (
            "Write a Python expression for the sum of the cubes in nums.",
            "sum(n**3 for n in nums)",
            ["sum(x ** 3 for x in nums)"],
            ["sum(n^3 for n in nums)", "Sum(n**3 for n in nums)"],
        ),
        (
            "Write a list comprehension that flattens m.",
            "[x for row in m for x in row]",
            ["[y for r in m for y in r]"],
            ["[x for x in row for row in m]", "[x for x in m for x in row]"],
        ),
        ("Which command hides the errors of make?", "make 2> /dev/null", ["make 2>/dev/null"], ["make 2 > /dev/null"]),
        (
            "Write a lambda that adds a and b.",
            "lambda a, b: a + b",
            ["lambda x, y: x+y"],
            ["lambda a b: a + b", "lambda a, b: b + a"],
        ),
        ("Write an arrow function that doubles.", "x => x * 2", ["n=>n*2"], ["x -> x * 2", "X => x * 2", "x => y * 2"]),
        ("Which slice of the string s gives it reversed?", "s[::-1]", ["s[: :-1]"], ["s[:-1]", "S[::-1]", "s(::-1)"]),
        (
            "Write Python for 'even' if n is even, else 'odd'.",
            "'even' if n % 2 == 0 else 'odd'",
            ['"even" if n%2==0 else "odd"'],
            ["even if n % 2 == 0 else odd", "'even' if n % 2 = 0 else 'odd'"],
        ),
        (
            "Write a Kotlin expression for the larger of a and b.",
            "if (a > b) a else b",
            ["if(a>b) a else b"],
            ["if a > b a else b", "if (a > b) b else a", "if (A > b) a else b"],
        ),
        ("Write a Python condition for x: 1 to 9, or 20.", "1 <= x <= 9 or x == 20", [], ["1 <= x <= 9 or x = 20"]),
        (
            "Write the C expression for the member next of p.",
            "p->next",
            ["p -> next"],
            ["P->next", "p->Next", "p.next"],
        ),
        (
            "In Python, int('abc') raises a ____.",
            "ValueError",
            ["a ValueError", "ValueError exception"],
            ["valueerror", "ValueErrors", "ValueEror", "Value Error"],
        ),
        ("It raises a ____.", "`ValueError`", ["ValueError"], ["valueerror", "Valueerror", "Value Error"]),
        ("In Java, an object becomes text by ____.", "toString", ["toString()"], ["tostring", "ToString", "toStrings"]),
        ("In C, memory is released by calling ____.", "free", ["free()"], ["Free", "frees"]),
        ("In Python, functions begin with ____.", "def", [], ["Def", "defs"]),
        ("In SQL, ____ removes all rows at once.", "TRUNCATE", ["truncate"], ["truncates", "truncat"]),
        (
            "Which shell command counts the lines of app.log that contain WARN?",
            "grep WARN app.log | wc -l",
            ["grep WARN app.log|wc -l"],
            ["grep WARN app.log || wc -l", "grep WARN app.log wc -l", "grep 'WARN app.log|wc -l'"],
        ),
        ("Which command sorts a.txt into b.txt?", "sort a.txt > b.txt", ["sort a.txt>b.txt"], ["sort a.txt >> b.txt"]),
        (
            "Write the Java declaration of a private class constant SIZE.",
            "private static final int SIZE = 8;",
            ["static final private int SIZE = 8"],
            [
                "private static int SIZE = 8;",
                "static private final SIZE int = 8;",
                "private private final int SIZE = 8;",
            ],
        ),
        (
            "Write a CSS rule for bold notes.",
            ".note { font-weight: bold; }",
            [".note { FONT-WEIGHT: bold }"],
            [".Note { font-weight: bold; }", ".note { font-size: bold; }"],
        ),
        (
            "Which Linux command shows the first nine lines of a.txt?",
            "head -n 9 a.txt",
            ["head -n9 a.txt", "head -9 a.txt", "head a.txt -n 9"],
            ["head -n 90 a.txt", "head 9 a.txt", "head -c9 a.txt", "head -n a.txt 9", "head - n9 a.txt"],
        ),
        (
            "Which command sorts f by its third column and shows two lines?",
            "sort -k 3 f | head -n 2",
            ["sort -k3 f|head -2"],
            ["head -n 2 f | sort -k 3", "sort -k2 f | head -n 3", "sort f -k 3 | head -n 2"],
        ),
        ("Which Linux command deletes the folder old?", "rm -r old", ["rm old -r"], ["rm old", "rm -r -n old"]),
        ("Which command compiles a.c with level 2?", "gcc -O2 a.c", [], ["gcc -O 2 a.c", "gcc a.c -O2"]),
        (
            "Write a regular expression for a time such as 7:05 or 13:40.",
            r"^(1?\d|2[0-3]):[0-5]\d$",
            [r"^(?:1?\d|2[0-3]):[0-5]\d$", r"^(1?[0-9]|2[0-3]):[0-5][0-9]$"],
            [
                r"^(1?\d|2[0-3]):[0-6]\d$",
                r"^(1?\d|2[0-3]):[0-5]\D$",
                r"(1?\d|2[0-3]):[0-5]\d",
                r"^(1?[0-8]|2[0-3]):[0-5]\d$",
            ],
        ),
        ("Write a regular expression for [0-9] itself.", r"\[0-9\]", [], [r"\\d", r"[0-9]", r"\d"]),
        ("Write a regular expression for a doubled bit.", r"([01])\1", ["([0-1])\\1"], [r"(?:[01])\1", "[01][01]"]),
        (
            "Python: write the expression that gives the value of key 'age' in the dictionary d, or 0 (one method call).",
            "d.get('age', 0)",
            ['d.get("age", 0)', "d.get('age',0)", "d.get( 'age' , 0 )"],
            ["d.get('age', 1)", "d.get('Age', 0)", "d.get('age')", "d.get(age, 0)"],
        ),
        ("Which Python expression is the value of 'k' in d?", "d['k']", ['d["k"]', "d[ 'k' ]"], ["d[k]", "d['K']"]),
        (
            'In Python, print the value of the key "k" in d.',
            "print(d['k'])",
            ['print(d["k"])'],
            ["print(d[k])", "d['k']", "print(d['K'])"],
        ),
        ("What is the value of 'a' in 'abc' in Python?", "True", [], ["true", "False"]),
        ("What does Python print for print(list('a b'))?", "['a', ' ', 'b']", ["['a',' ','b']"], ["['a', '', 'b']"]),
        (
            "Python: write an f-string that gives Hello, then a space, then the value of the variable name.",
            'f"Hello {name}"',
            ["f'Hello {name}'", 'F"Hello {name}"', 'f"Hello { name }"', '`f"Hello {name}"`', 'use f"Hello {name}"'],
            [
                'f"Hello{name}"',
                "f\"Hello {name}'",
                'f"Hello, {name}"',
                'f"Hello  {name}"',
                'f"Hello {name} "',
                'f" Hello {name}"',
                'f "Hello {name}"',
                '"Hello {name}"',
                'f"hello {name}"',
            ],
        ),
        (
            "Python: an f-string that says Total, a colon, a space and x.",
            'f"Total: {x}"',
            ["f'Total: {x}'"],
            ['f"Total {x}"', 'f"Total:{x}"', 'f"Total:  {x}!"'],
        ),
        (
            "JavaScript: write a template literal that greets name.",
            "`Hello ${name}`",
            ["`Hello ${ name }`", "`Hello ${name}`;"],
            [
                "`Hello${name}`",
                '"Hello ${name}"',
                "'Hello ${name}'",
                "Hello ${name}",
                "`Hello {name}`",
                "`hello ${name}`",
            ],
        ),
        (
            "Python: join the string Hello and a space to name.",
            '"Hello " + name',
            ["'Hello ' + name", '"Hello "+name'],
            ['"Hello" + name', "'Hello ' + name'", "\"Hello ' + name", 'name + "Hello "', '"Hello " + Name'],
        ),
        (
            "Java: how is name put after Hi and a space?",
            '"Hi " + name',
            ['"Hi "+name;'],
            ["'Hi ' + name", '"Hi" + name'],
        ),
        (
            "Which string literal does this Python program need to greet the world?",
            '"Hello World"',
            ["'Hello World'"],
            ["\"Hello World'", '"Hello, World"', '"HelloWorld"', '"hello World"', '"Hello World'],
        ),
        # Code is code by its form, whatever the stem is about.
        ("How do you get the third item of names?", "names[2]", ["names[ 2 ]"], ["names(2)", "Names[2]", "name[2]"]),
        (
            "Count the cells in B1:B9 below 5.",
            '=COUNTIF(B1:B9,"<5")',
            ['=COUNTIF(B1:B9, "<5")'],
            ['=COUNTIF(B1;B9,"<5")'],
        ),
        ("How is a remark written on a web page?", "<!-- note -->", ["<!--note-->"], ["<!- note ->", "<!-- note --"]),
        (
            "Swap x and y with t.",
            "t ← x; x ← y; y ← t",
            ["t ← x; x ← y; y ← t;", "t := x; x := y; y := t", "t = x; x = y; y = t"],
            ["t ← x: x ← y: y ← t", "x ← y; y ← t"],
        ),
        (
            "Which CSS pseudo-class is for a link under the mouse?",
            ":hover",
            ["hover", "a:hover"],
            ["::hover", "hovered"],
        ),
        ("Where are the names of hosts kept?", "/etc/hosts", ["the file /etc/hosts"], ["etc/hosts", "/etc/host"]),
        ("Which file lists what git leaves out?", ".gitignore", ['".gitignore"'], ["gitignore", ".gitignores"]),
        ("How many columns has the Java array row?", "row.length", ["row.length;"], ["row.Length", "row,length"]),
        ("Make a word bold in Markdown.", "**word**", ["`**word**`"], ["*word*", "**words**"]),
        (
            "In LaTeX, how is the square root of x written?",
            r"\sqrt{x}",
            [r"\sqrt{ x }"],
            ["sqrt{x}", r"\sqrt{x", r"\sqrt(x)"],
        ),
        ("In Java, how do you set n to 3?", "int n = 3;", ["int n = 3"], ["int n = 3:"]),
        ("Which function reserves memory?", "malloc", ["malloc()", "the malloc function"], ["maloc", "mallocs"]),
        (
            "Which docker command shows the images?",
            "docker images",
            ["`docker images`"],
            ["dockers images", "docker image"],
        ),
        ("Which SQL clause filters groups?", "HAVING", ["having"], ["HAVING BY", "WHERE"]),
        ("In Python, what is the value of not True?", "False", ["`False`"], ['"False"']),
        ("Which language adds types to JavaScript?", "TypeScript", ["typescript", "Typescript"], ["Java"]),
        (
            "What is the value of [2 * n for n in (1, 2)]?",
            "[2, 4]",
            ["the list [2, 4]", "[2,4]"],
            ["the tuple [2, 4]", "(2, 4)", "the list (2, 4)", "[4, 2]", "2, 4"],
        ),
        (
            'Which time is printed by strftime("%H:%M") at half past three in the afternoon, in Python?',
            "15:30",
            ["`15:30`", "15:30."],
            ["3:30", "15.30", "15:30:00", "3:30 pm"],
        ),
        (
            "What does this print in Python? print({'a': 1}['a'])",
            "1",
            ["`1`", "1."],
            ["{'a': 1}", "1.0", "'a'", "[1, 1]"],
        ),
        ("What does JavaScript return for 0/0?", "NaN", ["`NaN`"], ['"NaN"', "nan", "null"]),
        ("What does the Python expression 'a'.upper() return?", "'A'", ["A", '"A"'], ["'A '", "' A'", "a"]),
        ("What does the C expression sizeof(char) evaluate to?", "1", ["1."], ["1.0", "8"]),
        ("What does this print in Python? print([1] + [2])", "[1, 2]", ["[1,2].", "[1, 2]"], ["[1, 2]..", "[1 2]"]),
        ("Which protocol is the secure one for websites?", "https", ["HTTPS"], ["http", "httpss", "htps", "shttp"]),
        ("Which shell command shows the current directory?", "pwd", ["pwd."], ["pwd..", "pwd...", "cwd"]),
        ("Write the Markdown for a bold no.", "**no**", ["__no__", "`**no**`"], ["** no **", "*no*", "**No**", "no"]),
        (
            "Write the path of the directory with the logs on Linux.",
            "/var/log",
            ["/var/log/", "`/var/log`"],
            ["var/log", "/var/log//", "/Var/log", "/var/logs/", "/var/log/x"],
        ),
        ("Which file holds the users of Linux?", "/etc/passwd", ["`/etc/passwd`"], ["/etc/passwd/", "etc/passwd"]),
        ("Which HTML tag makes a table?", "<table>", ["table", "<table></table>"], ["<table", "table>", "</table>"]),
        ("Which Linux command shows the first lines?", "head", ["the head command"], ["heads", "header"]),
    ],
)
def test_code_is_compared_token_by_token(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    question = ShortQuestion.model_validate({"id": "q", "kind": "short", "stem": stem, "answer": answer})
    accepted = [given for given in [answer, *right, *wrong] if grade(question, given).counts_right]
    assert accepted == [answer, *right]


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        ("In Python, write the age in d.", 'd.get("age")', ["(d.get('age'))"], ["(d.get)('age')", "(d.get('age'),)"]),
        ("Welches Zeichen beginnt in Python einen Kommentar?", "#", ["das Zeichen #"], ["das Zeichen //"]),
        ("In Python, write the last item of xs.", "xs[-1]", ["(xs[-1])", "xs[-1]  # the last one"], ["(xs[1])", "# xs[-1]"]),
        ("Complete the loop: for x in xs: ys.____(x)", "append", [".append", "ys.append", "append()"], ["Append", "appends", "add"]),
        ("What do I type to list my branches?", "git branch", ["`git branch`"], ["git branches", "git check"]),
        ("Quel mot-clé déclare une constante en JavaScript ?", "const", ["`const`"], ["Const", "consts"]),
        ("A CSS selector for the class note", ".note", ["`.note`"], [".notes", "#note", ".Note"]),
        ("Type of the result of 7 / 2 in Python 3?", "float", ["a float", "<class 'float'>"], ["int", "double"]),
        ("In Python, how many items has xs? ____(xs)", "len", ["len()"], ["Len", "lens"]),
        ("What exception does int('x') cause?", "ValueError", ["a ValueError"], ["valueerror", "TypeError"]),
        ("A dictionary method returns pairs. Its name?", "items", ["items()"], ["item", "Items"]),
        ("HTML entity for the sign &", "&amp;", ["`&amp;`"], ["&amp", "&AMP;"]),
        ("Bash: make variable x equal 3", "x=3", ["`x=3`"], ["x = 3", "X=3"]),
        ("In Python, write the number of sides of a square.", "4", ["4 # sides"], ["4 // 3"]),
        ("Write a JavaScript arrow function inc that adds 1 to its argument.", "const inc = n => n + 1;",
         ["const inc = (n) => n + 1;", "const inc = x => (x + 1);"], ["const inc = n => { n + 1 };", "const inc = () => n + 1;"]),
        ("Write a JavaScript arrow function inc that adds 1 to its argument n.", "const inc = n => n + 1;",
         ["const inc = (n) => (n + 1);"], ["const inc = x => x + 1;"]),
        ("Write the first line of a Python loop over the list ages (variable: age).", "for age in ages:", ["for age in ages: # each one"],
         ["for age in ages # each one:", "# for age in ages:", "for age in ages: // each one"]),
        ("Write an SQL query for the title of all books that cost more than 9 (column price).", "SELECT title FROM books WHERE price > 9;",
         ["SELECT title FROM books WHERE price > 9; -- dear", 'SELECT "title" FROM "books" WHERE "price" > 9', "select `title` from `books` where price > 9",
          "SELECT [title] FROM [books] WHERE [price] > 9"],
         ["SELECT 'title' FROM books WHERE price > 9", 'SELECT title FROM books WHERE price > "9"', 'SELECT "price" FROM books WHERE "title" > 9',
          "SELECT title FROM books -- WHERE price > 9", "SELECT title FROM books WHERE price > 9 # dear"]),
        ("Write an SQL query for the books by Ann.", "SELECT * FROM books WHERE author = 'Ann';", ["SELECT * FROM books WHERE author = 'Ann' -- hers"],
         ["SELECT * FROM books WHERE author = Ann", "SELECT * FROM books WHERE author = 'Ann -- hers'"]),
        ("In MySQL, write a query for the title of all books.", "SELECT title FROM books;", ["SELECT `title` FROM `books`"], ['SELECT "title" FROM books']),
        ("Write the HTML for a link to a.html with the text Next.", '<a href="a.html">Next</a>',
         ["<a href=a.html>Next</a>", '<a href="a.html">Next</a> <!-- a link -->'], ["<a href=b.html>Next</a>", "<a href>Next</a>", "<a href=a .html>Next</a>"]),
        ("Write the XHTML for a link to a.html with the text Next.", '<a href="a.html">Next</a>', [], ["<a href=a.html>Next</a>"]),
        ("Write the HTML for a hidden field called id with the value 5.", '<input type="hidden" name="id" value="5">',
         ['<input name="id" type="hidden" value="5">', '<input type="hidden" name="id" value="5"/>', "<input value='5' name='id' type='hidden' />"],
         ['<input type="hidden" id="name" value="5">', '<input type="hidden" name="5" value="id"/>', '<input name="id" value="5">',
          '<input type="hidden" name="id" value="5"/', '<input/ type="hidden" name="id" value="5">']),
        ("Write the HTML for a button with the text Hi that calls go('a') when it is clicked.", """<button type="button" onclick="go('a')">Hi</button>""",
         ["""<button onclick="go('a')" type="button">Hi</button>"""], ["""<button type="button" onclick="go("a")">Hi</button>""", '<button type="button"/>']),
        ("Write the XHTML for a line break with the class wide.", '<br class="wide" />', ['<br class="wide"/>'], ['<br class="wide">']),
        ("In JavaScript, write a statement that shows the word Done in a dialog box.", 'alert("Done");', ["alert(`Done`);", "alert(`Done`)"],
         ["alert(`${Done}`);", "alert`Done`;", "alert(`done`);", "alert(Done`);"]),
        ("In JavaScript, set the title of the page to Price: $5.", 'document.title = "Price: $5";', ["document.title = `Price: $5`;"], ["document.title = Price: $5;"]),
        ("In Java, write a statement that prints Done.", 'System.out.println("Done");', [], ["System.out.println(`Done`);"]),
        ("Write the CSS declaration for centred text.", "text-align: center;", ["TEXT-ALIGN: CENTER;", "Text-align: center"],
         ["text-align: centre;", "align: center", "text-align = center"]),
        ("Write the CSS declaration that runs the animation Spin.", "animation-name: Spin;", [], ["animation-name: spin;"]),
        ("Write a CSS rule that makes links red.", "a { color: red; }", ["a { color: red; } /* links */"], ["a { color: red; } // links"]),
        ("What does print([7] + [8]) show in Python?", "[7, 8]", ["It shows [7, 8]", "Python displays [7, 8]", "the output will be [7, 8]"],
         ["It shows [7]", "It shows no [7, 8]", "It hides [7, 8]"]),
        ("In Java, declare an int n with the value 3.", "int n = 3;", ["int n = 3; // three", "int n = 3; /* three */"], ["int n = 3; # three"]),
        ("In Java, declare n as 3.", "int n = 3;", ["int n = 3; // a number"], ["int n = 4; // 3", "// int n = 3;"]),
        ("What does this Python line print? print(3 * 7)", "21", [], ["21 # a number"]),
        ("Which JavaScript method turns a JSON string into an object?", "JSON.parse()", ["JSON.parse"], ["JSON.Parse", "JSON.parse("]),
        ("In Java, which expression gives the length of s?", "s.length()", ["(s.length())"], ["s.length"]),
        ("Which HTML attribute sets the target of a link?", "href", ['href=""', "href='#'", "href="], ['src=""', 'HREF ref=""']),
        ("In C, write a condition that is true if the lowest bit of n is set.", "(n & 1) == 1", ["1 == (n & 1)"],
         ["n & 1 == 1", "n && 1 == 1", "1 = (n & 1)"]),
        ("Write a Python condition that is true if x is at least 10.", "x >= 10", ["10 <= x", "(x) >= 10", "(10 <= x)"],
         ["10 >= x", "x <= 10"]),
        ("In Python, write a condition: is a + b above 10?", "a + b > 10", ["10 < a + b", "(a + b) > 10"], ["a + (b > 10)", "a + b < 10"]),
        ("Write a Python condition that is true if n can be divided by 4 and 7.", "n % 4 == 0 and n % 7 == 0",
         ["n % 7 == 0 and n % 4 == 0", "(n % 4 == 0) and (n % 7 == 0)", "0 == n % 4 and (n % 7) == 0"],
         ["n % 4 == 0 or n % 7 == 0", "n % (4 == 0) and n % 7 == 0", "4 % n == 0 and n % 7 == 0", "n % 4 == 7 and n % 0 == 0"]),
        ("In Java, write a condition: is n even and above k, or k a divisor of n?", "n % 2 == 0 && n > k || n % k == 0",
         ["(n % 2 == 0 && n > k) || n % k == 0"], ["n % 2 == 0 && (n > k || n % k == 0)", "n % k == 0 || n % 2 == 0 && n > k"]),
        ("In Python, write a condition: has xs a last item above 3?", "xs and xs[-1] > 3", ["xs and (xs[-1] > 3)"], ["xs[-1] > 3 and xs", "xs and xs(-1) > 3"]),
        ("In JavaScript, write a condition: is n neither 0 nor odd?", "n !== 0 && n % 2 === 0", [],
         ["n != 0 && n % 2 == 0", "n !== 0 && !(n % 2 === 0)", "n !== 0 & n % 2 === 0"]),
        ("Which Git command fetches and merges?", "git pull", ["git pull", "`git pull`", "the git pull command",
         "use git pull", "You can run `git pull`"], ["git-pull", "git.pull", "git/pull", "use git push", "use git", "use git-pull",
         "do not use git pull", "run git fetch or git pull", "run pull git"]),
        ("Which command lists all files in a shell?", "ls -a", ["type ls -a"], ["type ls -A", "run ls -l", "run ls"]),
        ('What does this Python line print? print("xyz".upper()[2])', "Z", ["the letter Z", "capital Z", "an upper-case Z"],
         ["the letter z", "lowercase z", "capital z", "small Z", "the letter Y", "the number Z", "capital letter"]),
        ('What does this Python line print? print("xyz"[2])', "z", ["the character z", "lower-case letter z"],
         ["capital Z", "capital z", "small Z"]),
        ("Which command lists the containers that run?", "docker ps", ["Docker ps"], ["docker-ps", "docker.ps"]),
        ("In JavaScript, write a condition: is xs empty?", "xs.length === 0", ["0 === xs.length"], ["xs.length() === 0"]),
        ("In Python, write a condition: has x no value?", "x is None", ["(x is None)"], ["it is None", "x is not None"]),
        ("In Python, write a condition: is name Bob?", "name == 'Bob'", ['"Bob" == name'], ["Bob == name", "name = 'Bob'"]),
        ("In Java, write a condition: is the length of s above 5?", "s.length() > 5", ["5 < (s.length())"],
         ["s.length > 5", "5 > s.length()"]),
        ("Write a regular expression for a day and a month such as 24/12.", r"\d\d/\d\d", [r"\d\d\/\d\d", r"/\d\d\/\d\d/"],
         [r"/\d\d\/\d\d/g", r"\d\d\\/\d\d"]),
        ("Which Java string does the method return for ab c?", '"AB C"', ["AB C", "“AB C”"],
         ["ABC", '"AB  C"', '"AB C', '"Ab C"', '"ABC"']),
    ],
)  # fmt: skip
def test_parentheses_and_comments_around_code(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    asked = ShortQuestion(id="q", kind="short", stem=stem, answer=answer)
    assert [grade(asked, given).counts_right for given in right + wrong] == [True] * len(right) + [False] * len(wrong)


PET = '{"kind": "cat", "legs": 4}'
DEEP = "[" * 900 + '"a"' + "]" * 900


@pytest.mark.parametrize(
    ("stem", "answer", "right", "wrong"),
    [
        ("Write a JSON object for a cat with 4 legs.", PET,
         ['{"legs":4,"kind":"cat"}', "`" + PET + "`", "{“kind”: “cat”, “legs”: 4}"],
         ['{"kind": "cat", "legs": 4', '["kind": "cat", "legs": 4]', '{"kind": "Cat", "legs": 4}',
          '{"Kind": "cat", "legs": 4}', '{"kind": "cat" "legs": 4}', '"kind": "cat", "legs": 4', PET[:-1] + ",}", f"x = {PET}",
          '{"kind"; "cat", "legs"; 4}', '{"kind": "cat", "legs": "4"}', "{'kind': 'cat', 'legs': 4}", "cat 4",
          '{"kind": "cat", "kind": "cat", "legs": 4}', PET + ";", DEEP, '{"kind": "cat", "legs": 4e' + "9" * 30 + "}"]),
        ("Write a Python dictionary for a cat with 4 legs.", PET,
         ['{"legs": 4, "kind": "cat"}', "{'kind': 'cat', 'legs': 4,}"],
         ["{kind: cat, legs: 4}", '{"kind": "cat", "legs": "4"}', '{"kind" = "cat", "legs" = 4}', "{}", DEEP]),
        ("Write a JavaScript object literal for a cat.", '{kind: "cat", legs: 4}',
         ["{legs: 4, kind: 'cat'}", PET, "{kind: `cat`, legs: 4.0,};"],
         ["{kind: cat, legs: 4}", '{kind: "cat" legs: 4}', '{kind: "cat", legs: "4"}', '("kind": "cat", "legs": 4)']),
        ("Write a JSON array of the days.", '["Mon", "Tue"]', ['["Mon","Tue"]'],
         ['["Tue", "Mon"]', '["mon", "tue"]', '["Mon" "Tue"]', '{"Mon", "Tue"}', '["Mon", "Tue"', '["Mon", "Tue",]']),
        ("Write a Python set of the days.", '{"Mon", "Tue"}', ["{'Tue', 'Mon'}"],
         ['{"Mon" "Tue"}', "{Mon, Tue}", '["Mon", "Tue"]', '{"Mon"}']),
        ("Write a Python tuple of the days.", '("Mon", "Tue")', ['"Mon", "Tue"', "('Mon', 'Tue',)"],
         ['("Tue", "Mon")', '["Mon", "Tue"]', '("mon", "tue")', '("Mon" "Tue")']),
        ("Write a Python list of 1 and 2.", "[1, 2]", ["[1,2]", "[1, 2,]", "xs = [1, 2]"], ["xs == [1, 2]", "[2, 1]", "(1, 2)", "[1.0, 2]", "['1', '2']"]),
        ("Initialize a Java array with the days.", '{"Mon", "Tue"}', ['{"Mon","Tue"}'],
         ['{"Tue", "Mon"}', "{'Mon', 'Tue'}", '["Mon", "Tue"]']),
        ("Write a PHP array that maps a to 1.", '["a" => 1]', ["['a' => 1]"], ['["a": 1]', '["a" => "1"]', '["A" => 1]']),
        ("Make a list days of the strings in Python.", 'days = ["Mon", "Tue"]', ["days=['Mon','Tue']"],
         ['Days = ["Mon", "Tue"]', 'days = ["Tue", "Mon"]', 'days == ["Mon", "Tue"]']),
        ("What is x after x.append(3) in Python? Write the list.", "[1, 3]", ["x = [1, 3]"], ["y = [1, 3]", "x = [3, 1]"]),
        ("Which list holds the names and no others?", '["a b", "c"]', ['["a b","c"]'], ['["a b", "C"]', "a b c"]),
        ("Write it in YAML.", "kind: cat", ["kind:  cat", 'kind: "cat"'], ["kind:cat", "Kind: cat", "kind: Cat", "kind = cat"]),
        ("Write the row of the CSV file.", "cat,4,red", ['"cat",4,red'], ["cat;4;red", 'cat",4,red', "cat,red,4", "Cat,4,red", "cat,4,red,"]),
        ("Complete: INSERT INTO pets (kind, legs) ___", "VALUES ('cat', 4)", ["values ('cat',4)"],
         ["VALUES ('Cat', 4)", "VALUES (4, 'cat')", "VALUES ('cat', '4')", "VALUES ('cat' 4)", "VALUES (cat, 4)"]),
        ("Which SQL condition keeps two cities?", "city IN ('Oslo', 'Rome')", ["city in ('Rome','Oslo')"],
         ["city IN ('oslo', 'Rome')", "city IN ('Oslo')", "city NOT IN ('Oslo', 'Rome')", "city IN (Oslo, Rome)"]),
        ("What are the coordinates?", "(8, 7)", ["(8,7)"], ["(7, 8)"]),
        ("Write a Python list of two patterns.", r'["\d", "\."]', [r"['\d', '\.']", r'["\\d", "\\."]'], ['["d", "."]', r'["\d", "."]']),
        ("Write a JSON object for a path.", r'{"path": "a/\tb"}', [r'{"path": "a\/\tb"}', r'{"path":"a/\u0009b"}'],
         [r'{"path": "a/\\tb"}', r'{"path": "a/tb"}', r'{"path": "a/\vb"}', r'{"path": "\a/\tb"}']),
        ("Write a JavaScript array of a path.", r'["a/b\n"]', [r"['a\/b\n']"], [r'["a\\/b\n"]', r'["a/bn"]']),
        ("Write a line of YAML for a path.", r"path: 'c:\new'", [r'path: "c:\\new"'], [r'path: "c:\new"', "path: 'c:new'"]),
        ("Write a PHP array of one line.", r'["one\n", "two"]', [r'[ "one\n","two" ]'], [r"['one\n', 'two']", '["onen", "two"]']),
    ],
)  # fmt: skip
def test_data_in_code(stem: str, answer: str, right: list[str], wrong: list[str]) -> None:
    asked = ShortQuestion(id="q", kind="short", stem=stem, answer=answer)
    verdicts = {given: grade(asked, given).counts_right for given in right + wrong}
    assert verdicts == dict.fromkeys(right, True) | dict.fromkeys(wrong, False)
    if "JSON" in stem:
        assert grade(asked, answer[:-1]).note == "That is not valid JSON."


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "Complete the Python: words = line.{{c1::split}}(); words[{{c2::0}}]",
            [("split", "0"), (".split", "`0`"), ("line.split()", "0"), ("the split method", "0")],
            [("Split", "0"), ("splits", "0"), ("splti", "0"), ("split", '"0"'), ("split", "'0'"), ("split", "1")],
        ),
        ("In Java, it runs while {{c1::i}} < n.", [("i",)], [("I",)]),
        ("In Python, with {{c1::open}}('a.txt') as f: reads it.", [("open",)], [("Open",), ("opens",)]),
        ("Java was created by {{c1::James Gosling}} (of Sun).", [("james gosling",)], [("James",)]),
        ("let n = 0; xs.{{c1::forEach}}(x => n += x);", [("forEach",), (".forEach",)], [("foreach",), ("forEachs",)]),
        ('<p {{c1::class}}="x">hi</p>', [("class",), ("CLASS",)], [("classes",), ("id",)]),
        ("SELECT name {{c1::FROM}} users ORDER BY age", [("from",)], [("FROMS",)]),
        ("In 1789; {{c1::Louis XVI}} was king; he died.", [("louis XVI",)], [("Louis XV",)]),
        ("import numpy as {{c1::np}} is usual.", [("np",)], [("NP",), ("nps",)]),
        ("class Dog({{c1::Animal}}): is how a dog is defined", [("Animal",)], [("animal",), ("Animals",)]),
        ('jQuery: the element main is $("{{c1::#main}}")', [("#main",)], [("#Main",), ("main",)]),
        ("In the shell, {{c1::ls}} > out.txt saves the list.", [("ls",)], [("LS",)]),
        ("In C# {{c1::Properties}} have accessors.", [("properties",)], [("methods",)]),
        ("In Python, {{c1::lists}} are mutable.", [("Lists",), ("list",)], [("tuples",)]),
    ],
)
def test_a_blank_in_code_is_code(text: str, right: list[tuple[str, ...]], wrong: list[tuple[str, ...]]) -> None:
    asked = ClozeQuestion.model_validate({"id": "q", "kind": "cloze", "text": text})
    verdicts = {given: grade(asked, given).counts_right for given in right + wrong}
    assert verdicts == dict.fromkeys(right, True) | dict.fromkeys(wrong, False)


@pytest.mark.parametrize(
    ("stem", "answer", "given", "note"),
    [
        ("Write a Java statement that sets n to 0.", "n = 0;", "n = 0", "In Java, a statement ends with a semicolon."),
        ("Declare a C++ variable n with the value 0.", "int n = 0;", "int n = 0 // zero",
         "In C++, a statement ends with a semicolon."),
        ("Declare a C++ variable n with the value 0.", "int n = 0;", "int n = 0; // zero", None),
        ("Declare a JavaScript variable n with the value 0.", "let n = 0;", "let n = 0", None),
        ('What does print("ab" * 2) print?', "abab", "'abab'", "The output has no quotes around it."),
        ('What is "ab" * 2 in Python?', "abab", "'abab'", None),
    ],
)  # fmt: skip
def test_what_is_forgiven_in_code_is_said(stem: str, answer: str, given: str, note: str | None) -> None:
    verdict = grade(ShortQuestion(id="q", kind="short", stem=stem, answer=answer), given)
    assert (verdict.counts_right, verdict.note) == (True, note)


def test_what_is_printed_has_no_thousands_separator() -> None:
    asked = ShortQuestion(id="q", kind="short", stem='What does Python print for print("2" * 4)?', answer="2222")
    assert [given for given in ("2222", "2,222", "2 222", "2222.0") if grade(asked, given).counts_right] == ["2222"]
    assert [given for given in ("2'222", "2_222", "2222,") if grade(asked, given).counts_right] == []
    half = ShortQuestion(id="q", kind="short", stem="What does Python print for print(5 / 2)?", answer="2.5")
    assert [
        given for given in ("2.5", "`2.5`", "2,5", "2.5f", "2.50", "5/2", "2 1/2") if grade(half, given).counts_right
    ] == [
        "2.5",
        "`2.5`",
    ]
    assert grade(asked, '"2222"').note == "The output has no quotes around it."


def test_an_author_may_have_code_graded_as_prose() -> None:
    fields = {"id": "q", "kind": "short", "stem": "Which?", "answer": "git commit -m", "grading": "lenient"}
    assert grade(ShortQuestion.model_validate(fields), "Git commit -m").counts_right
