# SPDX-License-Identifier: Apache-2.0
"""Makes native records of a random graph, the same in every run."""
import random


def write_random_graph(path, nodes, edges):
    """Projects that are part of each other: nothing that dot could put in a few layers."""
    draw = random.Random(1)
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"type":"document","id":"d","title":"D","date":"2024-01-01"}\n')
        for node in range(nodes):
            file.write(f'{{"type":"node","kind":"project","id":"p{node}","name":"P {node}"}}\n')
        for _ in range(edges):
            one, other = draw.sample(range(nodes), 2)
            file.write(f'{{"type":"claim","relation":"part_of","from":"p{one}","to":"p{other}",'
                       '"document":"d"}\n')
