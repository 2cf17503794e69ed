// SPDX-License-Identifier: Apache-2.0
//
// Declares the functions that compute the measures, for the rows of measure.cpp. Each returns a
// value for every vertex, or for every arc, of the compact graph. Closeness, harmonic centrality,
// betweenness (also of edges), clustering and participation lie between 0 and 1. PageRank, hubs and
// authorities add up to 1. The largest eigenvector and Katz value is 1. Degrees, cores and splits
// are counts (with two modes, degree is a share), strengths are sums of weights, and bridge is 1 or
// 0.
#pragma once

#include <vector>

#include "oscegraph/queries/measures/measure.hpp"

namespace oscegraph {

// degree_measures.cpp: how many connections, how strong ones
std::vector<double> degree(MeasureInput& input);
std::vector<double> in_degree(MeasureInput& input);
std::vector<double> out_degree(MeasureInput& input);
std::vector<double> strength(MeasureInput& input);
std::vector<double> in_strength(MeasureInput& input);
std::vector<double> out_strength(MeasureInput& input);

// distance_measures.cpp: shortest paths
std::vector<double> closeness(MeasureInput& input);
std::vector<double> harmonic(MeasureInput& input);
std::vector<double> betweenness(MeasureInput& input);
std::vector<double> edge_betweenness(MeasureInput& input);

// walk_measures.cpp: fixed points, of walks of any length
std::vector<double> eigenvector(MeasureInput& input);
std::vector<double> katz(MeasureInput& input, ParameterValues parameters);      ///< factor
std::vector<double> pagerank(MeasureInput& input, ParameterValues parameters);  ///< damping
std::vector<double> hub(MeasureInput& input);
std::vector<double> authority(MeasureInput& input);

// position_measures.cpp: what a node's neighbourhood and its part of the graph look like
std::vector<double> core(MeasureInput& input);
std::vector<double> clustering(MeasureInput& input);
std::vector<double> constraint(MeasureInput& input);
std::vector<double> effective_size(MeasureInput& input);
std::vector<double> participation_of_kinds(MeasureInput& input);
std::vector<double> splits(MeasureInput& input);
std::vector<double> bridge(MeasureInput& input);

}  // namespace oscegraph
