// SPDX-License-Identifier: Apache-2.0
//
// Computes the projection of the map, which shows the area from Vancouver to Vladivostok: Lambert's
// azimuthal equal-area projection, centred on a point in eastern Europe, in map units. The build of
// the page projects the outlines in the same way and compares the two.
import type { Place } from "./places";

export const centre: Place = [32, 52];
export const scale = 500;

const radians = Math.PI / 180;

export function project([longitude, latitude]: Place): [x: number, y: number] {
  const lambda = (longitude - centre[0]) * radians;
  const phi = latitude * radians;
  const phi0 = centre[1] * radians;
  const cosine = Math.sin(phi0) * Math.sin(phi) + Math.cos(phi0) * Math.cos(phi) * Math.cos(lambda);
  const k = scale * Math.sqrt(2 / (1 + cosine));
  return [
    k * Math.cos(phi) * Math.sin(lambda),
    -k * (Math.cos(phi0) * Math.sin(phi) - Math.sin(phi0) * Math.cos(phi) * Math.cos(lambda)),
  ];
}
