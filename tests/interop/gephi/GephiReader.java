// SPDX-License-Identifier: Apache-2.0
//
// Reads files with Gephi and writes what Gephi has of them: java -cp ... GephiReader.java. Each
// line of its input is IN and OUT.json with a tab between them. It answers each line with "ok", or
// with what went wrong.
//
// The importer and the processor that the program runs when somebody opens a file, with their defaults
// and without the windows. Of a folder it is given nodes.csv, then edges.csv "appended to the existing
// workspace", and takes the types of columns that it guesses. Written out are the attributes as columns, the type of each edge, labels,
// colours, sizes, places and the days on which an edge is there.
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.graph.api.TimeFormat;
import org.gephi.graph.api.types.TimestampSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class GephiReader {
  public static void main(String[] arguments) throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err);  // where Gephi talks
    BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = questions.readLine()) != null; ) {
      String[] files = line.split("\t");
      try {
        read(new File(files[0]), new File(files[1]));
        answers.println("ok");
      } catch (Throwable trouble) {
        trouble.printStackTrace();
        answers.println(trouble.toString().replace('\n', ' '));
      }
    }
    System.exit(0);
  }

  static void read(File in, File out) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    if (in.isDirectory()) {
      load(new File(in, "nodes.csv"), new DefaultProcessor(), workspace);
      load(new File(in, "edges.csv"), new AppendProcessor(), workspace);
    } else {
      load(in, new DefaultProcessor(), workspace);
    }
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    List<String> nodes = new ArrayList<>();
    for (Node node : model.getGraph().getNodes()) {
      nodes.add(node(node, model.getNodeTable()));
    }
    List<String> edges = new ArrayList<>();
    for (Edge edge : model.getGraph().getEdges()) {
      edges.add(edge(edge, model));
    }
    try (PrintWriter file = new PrintWriter(out, StandardCharsets.UTF_8)) {
      file.println("{\"nodes\":[\n" + String.join(",\n", nodes) + "],\n\"edges\":[\n"
          + String.join(",\n", edges) + "]}");
    }
  }

  static void load(File in, Processor processor, Workspace workspace) throws Exception {
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(in);
    if (container == null) {
      throw new IllegalStateException("Gephi refuses " + in);
    }
    importer.process(container, processor, workspace);
  }

  static String node(Node node, Table table) {
    return "{\"id\":" + text(node.getId()) + ",\"label\":" + text(node.getLabel()) + ",\"colour\":["
        + Math.round(node.r() * 255) + "," + Math.round(node.g() * 255) + ","
        + Math.round(node.b() * 255) + "],\"size\":" + node.size() + ",\"x\":" + node.x()
        + ",\"y\":" + node.y() + columns(node, table) + "}";
  }

  static String edge(Edge edge, GraphModel model) {
    List<String> days = new ArrayList<>();
    for (Interval interval : edge.getIntervals()) {
      days.add("[" + text(day(interval.getLow())) + "," + text(day(interval.getHigh())) + "]");
    }
    return "{\"id\":" + text(edge.getId()) + ",\"from\":" + text(edge.getSource().getId())
        + ",\"to\":" + text(edge.getTarget().getId()) + ",\"type\":" + text(edge.getTypeLabel())
        + ",\"label\":" + text(edge.getLabel()) + ",\"days\":[" + String.join(",", days) + "]"
        + columns(edge, model.getEdgeTable()) + "}";
  }

  static String columns(Element element, Table table) {
    StringBuilder result = new StringBuilder(",\"columns\":{");
    String comma = "";
    for (Column column : table) {
      Object value = element.getAttribute(column);
      if (value == null || column.isProperty() && !column.getId().equals("weight")) {
        continue;
      }
      if (value instanceof TimestampSet) {  // <[2024-11-22]>
        String shown = ((TimestampSet) value).toString(TimeFormat.DATE);
        value = shown.substring(2, shown.length() - 2);
      }
      boolean bare = value instanceof Number || value instanceof Boolean;
      result.append(comma).append(text(column.getTitle().toLowerCase())).append(':')
          .append(bare ? value.toString() : text(value));
      comma = ",";
    }
    return result.append('}').toString();
  }

  static String day(double milliseconds) {
    return Instant.ofEpochMilli((long) milliseconds).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  static String text(Object value) {
    StringBuilder result = new StringBuilder("\"");
    for (char c : String.valueOf(value == null ? "" : value).toCharArray()) {
      if (c == '"' || c == '\\') {
        result.append('\\').append(c);
      } else if (c < 0x20) {
        result.append(String.format("\\u%04x", (int) c));
      } else {
        result.append(c);
      }
    }
    return result.append('"').toString();
  }
}
