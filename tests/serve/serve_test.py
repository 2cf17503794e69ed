# SPDX-License-Identifier: Apache-2.0
"""Tests a running `oscegraph serve`: what it should answer, and what it should refuse.

    serve_test.py BINARY [--full] [NAME...]

Every test is a function `test_...`; NAME runs those whose names hold it. --full takes longer: ten
thousand requests one after the other, 64 connections at once, and waiting for the time limits.
"""

import argparse
import base64
import concurrent.futures
import contextlib
import gzip
import hashlib
import http.client
import json
import os
import pathlib
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from random_graph import write_random_graph  # noqa: E402
CLAIMS = ROOT / "examples" / "osce-2024"
TOKEN = "a-token-of-more-than-16"
OPTIONS = None


class Server:
    """A server on a free port, with its output."""

    def __init__(self, *arguments):
        environment = {name: value for name, value in os.environ.items()
                       if name != "OSCEGRAPH_INPUT"}
        self.process = subprocess.Popen(
            [OPTIONS.binary, "serve", "--port", "0", "--quiet", *arguments], env=environment,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        assert self.address.startswith("http://"), self.process.stderr.read()
        self.port = urllib.parse.urlsplit(self.address).port

    def stop(self, how=signal.SIGTERM):
        """Stops the server; returns the exit code and its standard error."""
        self.process.send_signal(how)
        _, errors = self.process.communicate(timeout=60)
        return self.process.returncode, errors

    def connection(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def ask(self, target, method="GET", body=None, **headers):
        """One request on a connection of its own: (status, headers, body)."""
        connection = self.connection()
        with contextlib.closing(connection):
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, target, body=body, headers=named)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()

    def json(self, target, **headers):
        status, _, body = self.ask(target, **headers)
        assert status == 200, (target, status, body)
        return json.loads(body)

    def raw(self, request, shut=False):
        """Sends bytes unchanged; returns everything that the server sends until it closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as client:
            client.sendall(request)
            if shut:
                client.shutdown(socket.SHUT_WR)
            answer = b""
            with contextlib.suppress(ConnectionResetError):
                while piece := client.recv(65536):
                    answer += piece
            return answer

    def memory(self):
        """The resident memory in kilobytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1])


@contextlib.contextmanager
def serving(*arguments):
    server = Server(*arguments)
    try:
        yield server
        assert server.process.poll() is None, server.process.stderr.read()
    finally:
        if server.process.poll() is None:
            code, errors = server.stop()
            assert (code, errors) == (0, ""), (code, errors)


def problem(body):
    return json.loads(body)["problems"][0]


def status_of(answer):
    return int(answer.split(b" ", 2)[1]) if answer else None


# --- the same answers as the command line

QUESTIONS = [
    ("info", "info"),
    ("funding", "funding"),
    ("funding?by=state&at=2024-11", "funding --by state --at 2024-11"),
    ("funding?to=office:dushanbe&matrix=1", "funding --to office:dushanbe --matrix"),
    ("nodes/state:NO", "show state:NO"),
    ("nodes/state%3ANO?relation=funds", "show state:NO --relation funds"),
    ("nodes/Programme%20Office%20in%20Dushanbe", "show 'Programme Office in Dushanbe'"),
    ("neighbors/Norway?depth=2&direction=out", "neighbors Norway --depth 2 --direction out"),
    ("why?from=Germany&to=Tajikistan", "why Germany Tajikistan"),
    ("path?from=Germany&to=Norway&k=3", "path Germany Norway -k 3"),
    ("path?to=Norway&from=Germany&all&max_length=4", "path Germany Norway --all --max-length 4"),
    ("connect?node=Germany&node=Norway&node=France", "connect Germany Norway France"),
    ("centrality?by=degree,pagerank&top=5", "centrality --by degree,pagerank --top 5"),
    ("components", "components"),
    ("communities?seed=3", "communities --seed 3"),
    ("cofunding?min_shared=2", "cofunding --min-shared 2"),
    ("similar/state:DE?top=3", "similar state:DE --top 3"),
    ("funding?basis=stated&kind=state,project&kind=office&min_documents=1",
     "funding --basis stated --kind state,project,office --min-documents 1"),
]


def test_answers_are_the_command_lines_own():
    with serving() as server:
        for target, line in QUESTIONS:
            command = ["sh", "-c", f'"$0" {line} --as json --quiet', OPTIONS.binary]
            wanted = subprocess.run(command, capture_output=True, check=True).stdout
            status, _, body = server.ask("/api/v1/" + target)
            assert (status, body) == (200, wanted), (target, status, body[:2000])


def test_exports_are_the_command_lines_own():
    with serving() as server:
        for name in ("gexf", "graphml", "jsonl", "json", "dot"):
            wanted = subprocess.run([OPTIONS.binary, "export", "--as", name, "--quiet", "--relation",
                                     "funds"], capture_output=True, check=True).stdout
            status, headers, body = server.ask(f"/api/v1/export?format={name}&relation=funds")
            assert (status, body) == (200, wanted), (name, status, body[:500])
            assert headers["Content-Disposition"].startswith('attachment; filename="oscegraph.')
            assert ("Oscegraph-Notes" in headers) == (name in ("gexf", "graphml", "dot")), name


def test_views_hold_what_the_rows_are_about():
    with serving() as server:
        everything = server.json("/api/v1/graph")
        facts = server.json("/api/v1/info")
        assert len(everything["nodes"]) > 50 and facts["rows"]
        assert everything["left_out"] == {"nodes": 0, "edges": 0, "claims": 0}
        for edge in everything["edges"]:
            assert 0 <= edge["from"] < len(everything["nodes"])
        few = server.json("/api/v1/graph?limit=10")
        assert len(few["nodes"]) == 10
        assert few["left_out"]["nodes"] == len(everything["nodes"]) - 10
        assert few["left_out"]["edges"] == len(everything["edges"]) - len(few["edges"])
        both = server.json("/api/v1/neighbors/state:NO?subset=view")
        assert both["table"] == server.json("/api/v1/neighbors/state:NO")
        around = server.json("/api/v1/graph?around=Norway&depth=1")
        names = {node["id"] for node in around["nodes"]}
        assert names == {row["node_id"] for row in both["table"]["rows"]} | {"state:NO"}
        assert {node["id"] for node in both["view"]["nodes"]} == names
        csv = server.ask("/api/v1/funding?as=csv")
        assert csv[1]["Content-Type"].startswith("text/csv")
        assert csv[2].startswith(b"state,")


def test_search_knows_other_names_and_forgives_accents():
    with serving() as server:
        def first(text):
            table = server.json("/api/v1/nodes?q=" + urllib.parse.quote(text))
            return table["rows"][0]["node_id"] if table["rows"] else None
        assert first("dushan") == "office:dushanbe"
        assert first("office dushanbe") == "office:dushanbe"
        assert first("norvege") == "state:NO"
        assert first("НОРВЕГИЯ") == "state:NO"
        assert first("nowhere at all") is None


def test_the_description_is_the_one_in_the_documentation():
    with serving() as server:
        status, _, body = server.ask("/api/v1/openapi.yaml")
        assert status == 200 and body == (ROOT / "docs" / "openapi.yaml").read_bytes()


def page_is_built_in(server):
    return server.ask("/")[0] == 200


def test_the_page_and_its_files():
    with serving() as server:
        if not page_is_built_in(server):
            print("    skipped: this build has no page")
            return
        for target, kind in (("/", "text/html"), ("/app.css", "text/css"),
                             ("/app.js", "text/javascript")):
            status, headers, body = server.ask(target)
            assert status == 200 and body and headers["Content-Type"].startswith(kind), target
            assert headers["Content-Security-Policy"].startswith(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                "connect-src 'self'; worker-src 'self' blob:"), headers
        assert b'id="oscegraph-data"></script>' in server.ask("/")[2]


def test_the_page_in_one_file_allows_itself_and_nothing_else():
    with serving() as server, tempfile.TemporaryDirectory() as folder:
        if not page_is_built_in(server):
            print("    skipped: this build has no page")
            return
        file = pathlib.Path(folder, "net.html")
        subprocess.run([OPTIONS.binary, "export", "--quiet", "-o", file], check=True)
        text = file.read_text(encoding="utf-8")
        script = text[text.rindex("<script>") + 8:text.rindex("</script>")]
        style = text[text.index("<style>") + 7:text.index("</style>")]
        assert script.encode() == server.ask("/app.js")[2]
        assert style.encode() == server.ask("/app.css")[2]
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
        for name, part in (("script-src", script), ("style-src", style)):
            digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
            assert f"{name} 'sha256-{digest}';" in policy, (name, policy)
        assert "http" not in policy and "unsafe" not in policy
        data = re.search(r'id="oscegraph-data">(.*?)</script>', text, re.S)[1]
        assert json.loads(data) == server.json("/api/v1/graph")


# --- what it refuses

def test_no_address_is_a_file():
    with serving() as server:
        for target in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/etc/passwd", "//etc/passwd",
                       "/api/v1/../../etc/passwd", "/api/v1/nodes/..%2f..%2fetc%2fpasswd",
                       "/api/v1/export?format=jsonl/../../x", "/app.js/", "/index.html",
                       "/api/v1/", "/api/v1", "/api", "/.git/config"):
            status, _, body = server.ask(target)
            assert status in (400, 404) and b"root:" not in body, (target, status)
            assert problem(body)["what"], target
        for target in ("/%", "/%zz", "/api/v1/nodes/%00", "/api/v1/nodes/%ff", "/?a=%f"):
            assert server.ask(target)[0] == 400, target
        for head in (b"GET etc/passwd HTTP/1.1", b"GET http://127.0.0.1/ HTTP/1.1",
                     b"GET * HTTP/1.1"):
            answer = server.raw(head + b"\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
                                % server.port)
            assert status_of(answer) == 400, answer


def test_only_its_own_names_and_pages_may_ask():
    with serving() as server:
        own = [f"127.0.0.1:{server.port}", f"LOCALHOST:{server.port}", f"[::1]:{server.port}"]
        for host in own:
            assert server.ask("/api/v1/info", Host=host)[0] == 200, host
            assert server.ask("/api/v1/info", Host=host, Origin="http://" + host)[0] == 200, host
        for host in ("evil.example", f"evil.example:{server.port}", "127.0.0.1", "localhost:1",
                     f"127.0.0.1:{server.port}.evil.example", ""):
            assert server.ask("/api/v1/info", Host=host)[0] == 403, host
        for origin in ("http://evil.example", "null", f"http://localhost:{server.port}1",
                       f"http://localhost:{server.port}.evil.example"):
            assert server.ask("/api/v1/info", Origin=origin)[0] == 403, origin
        ask = b"GET /api/v1/info HTTP/1.1\r\n%sConnection: close\r\n\r\n"
        host = b"Host: 127.0.0.1:%d\r\n" % server.port
        assert status_of(server.raw(ask % host)) == 200
        assert status_of(server.raw(ask % (host + host))) == 400
        assert status_of(server.raw(ask % b"")) == 400


def test_wrong_methods():
    with serving() as server:
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"):
            status, headers, _ = server.ask("/api/v1/info", method=method)
            assert (status, headers["Allow"]) == (405, "GET, HEAD"), (method, status)
        status, headers, _ = server.ask("/api/v1/load")
        assert (status, headers["Allow"]) == (405, "POST")
        status, headers, body = server.ask("/api/v1/info", method="HEAD")
        assert status == 200 and body == b"" and int(headers["Content-Length"]) > 100


def test_wrong_parameters_are_answered_in_sentences():
    with serving() as server:
        for target, status, what in (
                ("funding?relatoin=funds", 400, "unknown parameter 'relatoin'"),
                ("funding?relation=fund", 400, "relation: 'fund' is not a relation"),
                ("funding?at=2024-13", 400, "at: '2024-13' is not a date"),
                ("funding?at=2024&at=2023", 400, "parameter 'at' is given twice"),
                ("funding?by=state&matrix=1", 400, "parameters 'matrix' and 'by' exclude each other"),
                ("funding?matrix=perhaps", 400, "matrix: 'perhaps' is not yes or no"),
                ("path?from=Germany", 400, "parameter 'to' is missing"),
                ("path?from=a&from=b&to=c", 400, "parameter 'from' is given twice"),
                ("connect?node=Norway", 400, "parameter 'node' is missing for the second time"),
                ("path?from=Germany&to=Norwy", 404, "no node is called 'Norwy'"),
                ("nodes/nobody", 404, "no node is called 'nobody'"),
                ("funding?document=none", 404, "no document has the id 'none'"),
                ("graph?depth=2", 400, "parameter 'depth' means something only beside 'around'"),
                ("graph?limit=0", 400, "limit: '0' is not a count"),
                ("export", 400, "parameter 'format' is missing"),
                ("export?format=csv", 400, "format: 'csv' is not a graph format of one file"),
                ("centrality?threads=9", 400, "unknown parameter 'threads'"),
                ("fundng", 404, "there is nothing here")):
            answer = server.ask("/api/v1/" + target)
            assert (answer[0], problem(answer[2])["what"]) == (status, what), (target, answer)


def test_what_is_no_request():
    with serving() as server:
        host = b"Host: 127.0.0.1:%d\r\n" % server.port
        for request in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"hello\r\n\r\n",
                        b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\nHost\r\n\r\n",
                        b"GET / HTTP/1.1\r\n" + host + b" folded: x\r\nbad header\r\n\r\n",
                        b"POST /api/v1/load HTTP/1.1\r\n" + host + b"Content-Length: -1\r\n\r\n",
                        b"POST /api/v1/load HTTP/1.1\r\n" + host +
                        b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                        b"POST /api/v1/load HTTP/1.1\r\n" + host +
                        b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"):
            answer = server.raw(request, shut=True)
            assert status_of(answer) in (400, None), (request, answer)
            assert b"200 OK" not in answer, request
        assert server.raw(b"", shut=True) == b""
        assert server.raw(b"GET / HT", shut=True) == b""
        assert server.ask("/api/v1/info")[0] == 200


def test_a_body_whose_end_is_not_known_is_answered_once():
    """Bytes after the head must never be read as a second request."""
    hidden = b"GET /api/v1/info HTTP/1.1\r\nHost: localhost\r\n\r\n"
    record = b'{"type":"node","id":"project:x","kind":"project"}\n'
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(record), record)

    def send(headers, body=chunked, version=b"1.1", method=b"POST"):
        head = (method + b" /api/v1/load?name=x.jsonl HTTP/" + version + b"\r\nHost: localhost:%d\r\n"
                % server.port + headers + b"\r\n")
        return server.raw(head + body + hidden, shut=True)

    with serving() as server:
        for headers, status in (
                (b"Transfer-Encoding: chunked, identity\r\n", 400),
                (b"Transfer-Encoding: identity\r\n", 400),
                (b"Transfer-Encoding: gzip\r\n", 400),
                (b"Transfer-Encoding: gzip, chunked\r\n", 501),
                (b"Transfer-Encoding: identity, chunked\r\n", 501),
                (b"Transfer-Encoding: chunked, chunked\r\n", 400),
                (b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", 400),
                (b"Transfer-Encoding: deflate\r\nTransfer-Encoding: chunked\r\n", 501),
                (b"Transfer-Encoding: chunked\r\n , identity\r\n", 400),
                (b"Transfer-Encoding: xchunked\r\n", 400),
                (b"Transfer-Encoding: chunked;q=1\r\n", 400),
                (b'Transfer-Encoding: "chunked"\r\n', 400),
                (b"Transfer-Encoding:\r\n", 400),
                (b"Transfer-Encoding: chunked\r\nContent-Length: 9\r\n", 400),
                (b"Content-Length: 9\r\nTransfer-Encoding: chunked\r\n", 400),
                (b"Content-Length: 9\r\nTransfer-Encoding: identity\r\n", 400),
                (b"Content-Length: 9, 9\r\n", 400),
                (b"Content-Length: +9\r\n", 400),
                (b"Transfer-Encoding : chunked\r\n", 400)):
            for method in (b"POST", b"GET"):
                answer = send(headers, method=method)
                assert (answer.count(b"HTTP/1.1 "), status_of(answer)) == (1, status), (
                    headers, method, answer)
                assert b"Connection: close\r\n" in answer, headers
        old = send(b"Transfer-Encoding: chunked\r\nConnection: keep-alive\r\n", version=b"1.0")
        assert (old.count(b"HTTP/1.1 "), status_of(old)) == (1, 400), old
        broken = send(b"Transfer-Encoding: chunked\r\n", body=b"zz\r\nhello\r\n0\r\n\r\n")
        assert (broken.count(b"HTTP/1.1 "), status_of(broken)) == (1, 400), broken
        for headers in (b"Transfer-Encoding: chunked\r\n", b"transfer-encoding:Chunked \r\n",
                        b"Transfer-Encoding:\r\n CHUNKED\r\n"):
            answer = send(headers)
            # It reads to the end: the request after it, for a foreign host, has its own answer.
            assert [int(line.split()[1]) for line in re.findall(rb"HTTP/1\.1 \d+", answer)] == [
                200, 403], (headers, answer)


def test_lists_and_times():
    with serving() as server:
        status, _, body = server.ask("/api/v1/rows?of=edges&contains=dushanbe&sort=-documents&limit=2")
        answer = json.loads(body)
        assert status == 200 and len(answer["rows"]) == 2, body
        assert answer["facts"]["rows"] == 159 and answer["facts"]["matching"] > 2, answer["facts"]
        counts = [row["documents"] for row in answer["rows"]]
        assert counts == sorted(counts, reverse=True)
        status, headers, body = server.ask("/api/v1/rows?of=claims&as=csv&relation=hosts")
        assert body.startswith(b"from,from_id,relation,"), body[:80]
        assert all(b",hosts," in line for line in body.splitlines()[1:])
        status, _, body = server.ask("/api/v1/rows?sort=nam")
        assert status == 400 and b"did you mean 'name'?" in body, body
        assert server.ask("/api/v1/rows?of=things")[0] == 400
        status, _, body = server.ask("/api/v1/claims.csv?relation=hosts")
        assert status == 200 and body.startswith(b"from,relation,to,document,"), body[:80]
        steps = json.loads(server.ask("/api/v1/times?relation=hosts")[2])["rows"]
        assert steps[0]["step"] == "2024-06-01" and max(row["claims"] for row in steps) > 0
        assert server.ask("/api/v1/times?at=2024")[0] == 400
        status, _, body = server.ask("/api/v1/why?from=Germany&to=office:dushanbe&subset=only")
        assert json.loads(body)["oscegraph_view"] == 1


def test_what_is_too_large():
    with serving() as server:
        assert server.ask("/api/v1/info", X="x" * 300_000)[0] == 431
        assert server.ask("/api/v1/nodes?q=" + "x" * 300_000)[0] == 431
        assert server.ask("/api/v1/nodes?q=" + "x" * 200_000)[0] == 200
        assert server.ask("/api/v1/info", body=b"a body")[0] == 413
        host = b"Host: 127.0.0.1:%d\r\n" % server.port
        announced = server.raw(b"POST /api/v1/load HTTP/1.1\r\n" + host +
                               b"Content-Length: 99999999999\r\n\r\nabc")
        assert status_of(announced) == 413, announced
        before = server.memory()
        chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        with socket.create_connection(("127.0.0.1", server.port), timeout=60) as client:
            client.sendall(b"POST /api/v1/load HTTP/1.1\r\n" + host +
                           b"Transfer-Encoding: chunked\r\n\r\n")
            with contextlib.suppress(ConnectionError):
                for _ in range(1000):  # 64 MB, of which the server accepts 32
                    client.sendall(chunk)
            answer = b""
            with contextlib.suppress(ConnectionError):
                answer = client.recv(65536)
            assert status_of(answer) in (413, None), answer
        assert server.memory() - before < 200_000


# --- uploads

def upload(server, name, body, extra="", **headers):
    return server.ask(f"/api/v1/load?name={urllib.parse.quote(name)}{extra}", "POST", body, **headers)


def test_an_upload_is_read_and_forgotten():
    records = b"".join(path.read_bytes() for path in sorted(CLAIMS.glob("*.jsonl")))
    with serving() as server:
        before = server.json("/api/v1/graph")
        for body, name in ((records, "mine.jsonl"), (gzip.compress(records), "mine.jsonl.gz"),
                           (records, "no-ending")):
            status, _, answer = upload(server, name, body)
            assert status == 200, answer
            view = json.loads(answer)
            assert view["source"] == name
            assert len(view["nodes"]) == len(before["nodes"])
            assert len(view["claims"]) == len(before["claims"])
        table = b"from,relation,to,document\nNorway,funds,A new project,My note\n"
        status, _, answer = upload(server, "claims.csv", table, "&create_missing=1")
        assert status == 200 and len(json.loads(answer)["edges"]) == 1, answer
        assert server.json("/api/v1/graph") == before
        # The head is sent alone first, as curl does for a large file.
        host = b"Host: 127.0.0.1:%d\r\nConnection: close\r\n" % server.port
        with socket.create_connection(("127.0.0.1", server.port), timeout=60) as client:
            client.sendall(b"POST /api/v1/load?name=x.jsonl HTTP/1.1\r\n" + host +
                           b"Content-Length: %d\r\nExpect: 100-continue\r\n\r\n" % len(records))
            assert client.recv(100) == b"HTTP/1.1 100 Continue\r\n\r\n"
            client.sendall(records)
            assert client.recv(15) == b"HTTP/1.1 200 OK"


def test_a_bad_upload_is_answered_with_its_places():
    with serving() as server:
        status, _, body = upload(server, "bad.jsonl", b'{"type":"node","id":"state:NO"}\n{"type":"nod"}\n')
        assert status == 422, body
        problems = json.loads(body)["problems"]
        assert [(p["file"], p["line"], p["column"]) for p in problems][-1] == ("bad.jsonl", 2, 9), problems
        assert "did you mean 'node'?" in body.decode()
        bomb = gzip.compress(b"\n" * (300 << 20), 1)
        assert len(bomb) < 32 << 20
        for name, data in (("brackets.json", b"[" * 2_000_000), ("empty.jsonl", b""),
                           ("bytes.jsonl", bytes(range(256)) * 50), ("no.idea", b"\x00\x01\x02"),
                           ("cut.jsonl.gz", gzip.compress(b"{}" * 1000)[:30]),
                           ("bomb.jsonl.gz", bomb)):
            status, _, body = upload(server, name, data)
            assert status == 422 and problem(body)["what"], (name, status, body)
        assert "unpacks to more than" in problem(upload(server, "bomb.jsonl.gz", bomb)[2])["what"]
        assert server.ask("/api/v1/info")[0] == 200


# --- tokens

def test_a_token_is_asked_for():
    with serving("--token", TOKEN) as server:
        status, headers, _ = server.ask("/api/v1/info")
        assert (status, headers["WWW-Authenticate"]) == (401, "Bearer")
        assert server.ask("/")[0] == 401
        for wrong in (TOKEN[:-1], TOKEN + "x", "", TOKEN.upper()):
            assert server.ask("/api/v1/info", Authorization="Bearer " + wrong)[0] == 401, wrong
            assert server.ask("/api/v1/info?token=" + wrong)[0] == 401, wrong
        assert server.ask("/api/v1/info", Authorization="Bearer " + TOKEN)[0] == 200
        status, headers, _ = server.ask(f"/api/v1/nodes?q=a%26b&token={TOKEN}&limit=3")
        assert (status, headers["Location"]) == (303, "/api/v1/nodes?q=a%26b&limit=3")
        cookie = headers["Set-Cookie"]
        assert cookie.endswith("; Path=/; HttpOnly; SameSite=Lax"), cookie
        pair = cookie.split(";")[0]
        assert server.ask("/api/v1/info", Cookie="other=1; " + pair)[0] == 200
        assert server.ask("/api/v1/info", Cookie=pair + "x")[0] == 401
        assert server.ask("/api/v1/info", Host="evil.example", Cookie=pair)[0] == 403
        status, headers, _ = server.ask("//evil.example/?token=" + TOKEN)
        assert (status, headers["Location"]) == (303, "/"), headers


def test_all_addresses_with_a_token():
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as secret:
        secret.write(TOKEN + "\n")
        secret.flush()
        with serving("--host", "0.0.0.0", "--token", "@" + secret.name) as server:
            for host in ("any.name.example", f"127.0.0.1:{server.port}"):
                assert server.ask("/api/v1/info", Host=host)[0] == 401
                good = {"Host": host, "Authorization": "Bearer " + TOKEN}
                assert server.ask("/api/v1/info", **good)[0] == 200
                assert server.ask("/api/v1/info", Origin="http://other.example", **good)[0] == 403


# --- the protocol

def test_headers_keep_the_browser_safe():
    with serving() as server:
        for target in ("/", "/api/v1/info", "/api/v1/nothing", "/api/v1/export?format=svg"):
            _, headers, _ = server.ask(target)
            assert "default-src 'none'" in headers["Content-Security-Policy"], target
            assert "frame-ancestors 'none'" in headers["Content-Security-Policy"], target
            assert headers["X-Content-Type-Options"] == "nosniff", target
            assert headers["Referrer-Policy"] == "no-referrer", target
            assert "Access-Control-Allow-Origin" not in headers, target
            assert "Server" not in headers, target


def test_answers_are_packed_for_those_who_can_unpack():
    with serving() as server:
        plain = server.ask("/api/v1/graph")[2]
        _, headers, packed = server.ask("/api/v1/graph", Accept_Encoding="br, gzip")
        assert headers["Content-Encoding"] == "gzip" and len(packed) * 2 < len(plain)
        assert gzip.decompress(packed) == plain
        _, headers, body = server.ask("/api/v1/graph", Accept_Encoding="gzip;q=0")
        assert "Content-Encoding" not in headers and body == plain


def test_one_connection_many_requests():
    with serving() as server:
        connection = server.connection()
        with contextlib.closing(connection):
            for _ in range(50):
                connection.request("GET", "/api/v1/nodes/state:NO")
                answer = connection.getresponse()
                assert answer.status == 200 and b"Norway" in answer.read()
        head = b" HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" % server.port
        answers = server.raw(b"GET /api/v1/nodes/state:NO" + head + b"\r\nGET /api/v1/nodes/state:SE" +
                             head + b"Connection: close\r\n\r\n")
        assert answers.count(b"HTTP/1.1 200 OK") == 2
        assert answers.index(b"Norway") < answers.index(b"Sweden")
        old = server.raw(b"GET /api/v1/info HTTP/1.0\r\nHost: localhost:%d\r\n\r\n" % server.port)
        assert status_of(old) == 200 and b"Connection: close" in old


def test_slow_connections_keep_nobody_waiting():
    with serving() as server, contextlib.ExitStack() as stack:
        slow = [stack.enter_context(socket.create_connection(("127.0.0.1", server.port)))
                for _ in range(200)]
        for client in slow:
            client.sendall(b"GET /api/v1/info HTTP/1.1\r\nHo")
        begin = time.monotonic()
        assert server.ask("/api/v1/info")[0] == 200
        assert time.monotonic() - begin < 5
        if OPTIONS.full:
            slow[0].settimeout(30)
            time.sleep(10)
            slow[0].sendall(b"s")  # sending single bytes does not prolong the time
            answer = slow[0].recv(65536)
            assert status_of(answer) in (408, None), answer
            assert time.monotonic() - begin < 25


def test_more_connections_than_are_answered_at_once():
    with serving() as server, contextlib.ExitStack() as stack:
        held = [stack.enter_context(socket.create_connection(("127.0.0.1", server.port)))
                for _ in range(600)]
        for client in held[:300]:
            client.close()
        assert server.ask("/api/v1/info")[0] == 200


def test_it_stops_when_told():
    for how in (signal.SIGINT, signal.SIGTERM):
        server = Server()
        idle = server.connection()
        idle.request("GET", "/api/v1/info")
        assert idle.getresponse().read()
        with socket.create_connection(("127.0.0.1", server.port)) as half:
            half.sendall(b"GET / HTTP/1.1\r\nHost")
            time.sleep(0.1)
            begin = time.monotonic()
            assert server.stop(how) == (0, "")
            assert time.monotonic() - begin < 10
        idle.close()


def test_it_stops_when_told_while_long_questions_are_asked():
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(8) as pool:
        path = os.path.join(folder, "random.jsonl")
        write_random_graph(path, 20_000, 40_000)
        server = Server("-i", path)

        def ask(top):
            with contextlib.suppress(ConnectionError, http.client.HTTPException):
                server.ask(f"/api/v1/centrality?by=betweenness&top={top}")
        for top in range(1, 9):
            pool.submit(ask, top)
        time.sleep(1)
        assert server.stop() == (0, "")


def test_a_taken_port_is_said_in_a_sentence():
    with serving() as server:
        second = subprocess.run([OPTIONS.binary, "serve", "--quiet", "--port", str(server.port)],
                                capture_output=True, text=True, check=False, timeout=60)
        assert second.returncode == 1 and second.stdout == ""
        assert second.stderr == (f"oscegraph: port {server.port} of 127.0.0.1 is taken; give another "
                                 "with --port, or --port 0 for any that is free\n"), second.stderr


# --- load

def test_many_requests_and_no_growth():
    rounds = 10_000 if OPTIONS.full else 600
    with serving() as server:
        targets = ["/api/v1/nodes/state:NO", "/api/v1/funding", "/api/v1/graph?limit=20",
                   "/api/v1/nodes?q=off", "/api/v1/nothing", "/api/v1/path?from=Germany&to=Norway"]
        wanted = [server.ask(target)[::2] for target in targets]

        def go(count):
            for i in range(count):
                k = i % len(targets)
                assert server.ask(targets[k])[::2] == wanted[k], targets[k]
        go(rounds // 4)
        before = server.memory()
        go(rounds - rounds // 4)
        grown = server.memory() - before
        print(f"    {rounds} requests, each on a connection of its own; grown by {grown} kB")
        assert grown < 16_000 or OPTIONS.sanitized


def test_many_at_once():
    at_once = 64 if OPTIONS.full else 16
    with serving() as server:
        targets = ["/api/v1/nodes/state:NO", "/api/v1/centrality?by=betweenness",
                   "/api/v1/graph", "/api/v1/export?format=svg", "/api/v1/communities"]
        wanted = {target: server.ask(target)[::2] for target in targets}
        assert all(status == 200 for status, _ in wanted.values()), wanted

        def client(number):
            connection = server.connection()
            with contextlib.closing(connection):
                for i in range(20):
                    target = targets[(number + i) % len(targets)]
                    connection.request("GET", target)
                    answer = connection.getresponse()
                    body = answer.read()
                    if answer.status == 503:  # the queue is full; the client may ask again
                        assert answer.getheader("Retry-After") == "1"
                        continue
                    assert (answer.status, body) == wanted[target], (target, answer.status)
            return True
        with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
            assert all(pool.map(client, range(at_once)))


def test_short_questions_do_not_wait_for_long_ones():
    """Eight questions that take seconds each, on two threads or so; meanwhile others ask what is quick."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "random.jsonl")
        write_random_graph(path, 12_000, 24_000)
        with serving("-i", path) as server, concurrent.futures.ThreadPoolExecutor(8) as pool:
            server.ask("/api/v1/info")
            long = [pool.submit(server.ask, f"/api/v1/centrality?by=betweenness&top={top}")
                    for top in range(1, 9)]
            time.sleep(0.3)
            times = []
            for target in ("info", "nodes/p1", "path?from=p1&to=p2", "neighbors/p3") * 5:
                begin = time.monotonic()
                status = server.ask("/api/v1/" + target)[0]
                times.append(time.monotonic() - begin)
                assert status in (200, 404), (target, status)
            still = sum(not asked.done() for asked in long)
            print(f"    {still} long questions left; the slowest short one took "
                  f"{1000 * max(times):.0f} ms, the median {1000 * statistics.median(times):.0f} ms")
            assert still > 0, "the long questions were too short"
            assert statistics.median(times) < (1 if OPTIONS.sanitized else 0.1), times
            assert [asked.result()[0] for asked in long] == [200] * 8


def test_costly_questions_are_refused_at_once():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "random.jsonl")
        write_random_graph(path, 100_000, 400_000)
        with serving("-i", path) as server:
            for target in ("centrality?by=edge_betweenness", "centrality?by=closeness&weight=claims",
                           "path?from=p1&to=p2&k=1000000", "path?from=p1&to=p2&all&max_length=10000",
                           "similar/p1?by=meeting&top=100000", "export?format=svg"):
                begin = time.monotonic()
                status, _, body = server.ask("/api/v1/" + target)
                took = time.monotonic() - begin
                assert status == 422, (target, status, body)
                assert "would take about" in problem(body)["what"], body
                assert "--" not in problem(body)["next"], body
                assert took < (1 if OPTIONS.sanitized else 0.1), (target, took)


def main():
    global OPTIONS
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("binary")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--full", action="store_true", help="all that takes long, too")
    parser.add_argument("--sanitized", action="store_true", help="memory says nothing in this build")
    OPTIONS = parser.parse_args()
    failures = 0
    for name, test in list(globals().items()):
        if not name.startswith("test_"):
            continue
        if OPTIONS.names and not any(wanted in name for wanted in OPTIONS.names):
            continue
        begin = time.monotonic()
        try:
            test()
            print(f"ok     {name} ({time.monotonic() - begin:.1f} s)", flush=True)
        except Exception as error:  # the other tests still run
            failures += 1
            print(f"FAILED {name}: {type(error).__name__}: {error}", flush=True)
            frame = error.__traceback__.tb_next
            print(f"       line {frame.tb_lineno}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
