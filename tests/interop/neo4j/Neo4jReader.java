// SPDX-License-Identifier: Apache-2.0
//
// Reads folders with Neo4j and writes what Neo4j has of them: java -cp ... Neo4jReader.java. Each
// line of its input is tables|script, FOLDER and OUT.json with tabs between them. It answers each
// line with "ok", or with what went wrong.
//
// tables: neo4j-admin fills a database, with the command that load.cypher names in its first lines.
// script: cypher-shell runs load.cypher on a server that has nothing yet, then once more, which must
// change nothing. Then the database is asked in Cypher.
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.cli.AdminTool;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.shell.Environment;
import org.neo4j.shell.Main;
import org.neo4j.shell.cli.CliArgHelper;

public class Neo4jReader {
  static final String NODES =
      "MATCH (n:Entity) RETURN n.id AS id, n.name AS label, properties(n) AS columns, labels(n) AS labels";
  static final String EDGES =
      "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id AS from, b.id AS to, toLower(type(r)) AS type,"
          + " properties(r) AS columns";
  static final String CLAIMS =
      "MATCH (c:Claim)-[:FROM]->(a:Entity), (c)-[:TO]->(b:Entity), (c)-[:STATED_IN]->(d:Document)"
          + " OPTIONAL MATCH (c)-[:VIA]->(v:Entity)"
          + " RETURN c.relation AS relation, c.amount AS amount, c.currency AS currency, c.flow AS flow,"
          + " c.start AS start, c.end AS end, c.basis AS basis, c.quote AS quote, a.id AS from, b.id AS to,"
          + " v.id AS via, d.id AS document, d.title AS title, d.publisher AS publisher, d.url AS url";

  public static void main(String[] arguments) throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err);  // where the programs talk
    BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String line; (line = questions.readLine()) != null; ) {
      String[] words = line.split("\t");
      try {
        read(words[0].equals("script"), Path.of(words[1]), Path.of(words[2]));
        answers.println("ok");
      } catch (Throwable trouble) {
        trouble.printStackTrace();
        answers.println(trouble.toString().replace('\n', ' '));
      }
    }
    System.exit(0);
  }

  static void read(boolean script, Path folder, Path out) throws Exception {
    Path home = Files.createTempDirectory("oscegraph-neo4j");
    try {
      if (!script) {
        fill(home, command(folder));
      }
      DatabaseManagementService server = new DatabaseManagementServiceBuilder(home)
          .setConfig(BoltConnector.enabled, script)
          .setConfig(BoltConnector.listen_address, new SocketAddress("localhost", 0)).build();
      try {
        GraphDatabaseService database = server.database("neo4j");
        if (script) {
          run(database, folder);
          String once = sizes(database);
          run(database, folder);
          if (!sizes(database).equals(once)) {
            throw new IllegalStateException("run twice: " + once + " became " + sizes(database));
          }
        }
        write(database, out);
      } finally {
        server.shutdown();
      }
    } finally {
      try (Stream<Path> files = Files.walk(home)) {
        files.map(Path::toFile).sorted(Comparator.reverseOrder()).forEach(File::delete);
      }
    }
  }

  /** What follows `neo4j-admin` in the comment above the script; files in the folder. */
  static String[] command(Path folder) throws Exception {
    String comment;
    try (Stream<String> lines = Files.lines(folder.resolve("load.cypher"), UTF_8)) {
      comment = lines.takeWhile(line -> line.startsWith("//")).map(line -> line.substring(2).strip())
          .collect(Collectors.joining(" "));
    }
    String after = comment.substring(comment.indexOf("neo4j-admin ") + "neo4j-admin ".length());
    return after.replaceAll("=(\\w+\\.csv)", "=" + folder + "/$1").split(" +");
  }

  static void fill(Path home, String[] command) throws Exception {
    Path conf = Files.createDirectories(home.resolve("conf"));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream words = new PrintStream(said, true, UTF_8);
    String[] all = Stream.concat(Stream.of(command), Stream.of("--report-file=" + home.resolve("report")))
        .toArray(String[]::new);
    int status = AdminTool.execute(
        new ExecutionContext(home, conf, words, words, new DefaultFileSystemAbstraction()), all);
    if (status != 0) {
      throw new IllegalStateException("neo4j-admin: " + said.toString(UTF_8));
    }
  }

  static void run(GraphDatabaseService database, Path folder) throws Exception {
    int port = ((GraphDatabaseAPI) database).getDependencyResolver()
        .resolveDependency(ConnectorPortRegister.class).getLocalAddress(ConnectorType.BOLT).getPort();
    String script = folder.resolve("load.cypher").toString();
    try (Main shell = new Main(new CliArgHelper(new Environment()).parse(
        "--non-interactive", "-a", "bolt://localhost:" + port, "-f", script))) {
      if (shell.startShell() != 0) {
        throw new IllegalStateException("cypher-shell says why on its output");
      }
    }
  }

  static String sizes(GraphDatabaseService database) {
    try (Transaction transaction = database.beginTx()) {
      return transaction.execute("MATCH (n) RETURN count(n) AS nodes, sum(size(keys(n))) AS properties,"
          + " sum(count {(n)-->()}) AS relationships").resultAsString();
    }
  }

  static void write(GraphDatabaseService database, Path out) throws Exception {
    try (Transaction transaction = database.beginTx(); PrintWriter file = new PrintWriter(out.toFile(), UTF_8)) {
      file.println("{\"nodes\":" + rows(transaction, NODES) + ",\n\"edges\":" + rows(transaction, EDGES)
          + ",\n\"claims\":" + rows(transaction, CLAIMS) + "}");
    }
  }

  static String rows(Transaction transaction, String query) {
    return transaction.execute(query).stream().map(Neo4jReader::json)
        .collect(Collectors.joining(",\n", "[", "]"));
  }

  static String json(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream().map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Neo4jReader::json).collect(Collectors.joining(",", "[", "]"));
    }
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value);
    }
    return value.toString().chars()
        .mapToObj(c -> c == '"' || c == '\\' ? "\\" + (char) c
            : c < 0x20 ? String.format("\\u%04x", c) : String.valueOf((char) c))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
