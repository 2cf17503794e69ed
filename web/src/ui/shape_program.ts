// SPDX-License-Identifier: Apache-2.0
//
// Draws sigma's nodes with different shapes: circle, square, diamond, triangle, hexagon, each with
// a thin outline. A node is one triangle; the fragment shader computes the distance of a pixel to
// the shape's edge.
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

import { type Kind, kindShapes } from "../core/schema.generated";

export const shapes = ["circle", "square", "diamond", "triangle", "hexagon"] as const;
export type Shape = (typeof shapes)[number];

export const shapeOfKind: Record<Kind, Shape> = kindShapes;

const vertexShader = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_outline;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_outline;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
const float bias = 255.0 / 254.0;
void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  vec2 offset = size * 1.25 * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + offset, 1)).xy, 0, 1);
  v_offset = offset;
  v_radius = size / 2.0;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_outline = a_outline;
}`;

const fragmentShader = `
precision highp float;
varying vec4 v_color;
varying vec4 v_outline;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
uniform float u_correctionRatio;
const vec4 transparent = vec4(0.0, 0.0, 0.0, 0.0);
// Distance to the edge in units of the radius, negative inside; areas are about equal.
float edgeDistance(vec2 p) {
  if (v_shape < 0.5) return length(p) - 1.0;
  vec2 q = abs(p);
  if (v_shape < 1.5) return max(q.x, q.y) - 0.88;
  if (v_shape < 2.5) return (q.x + q.y - 1.28) * 0.7071;
  if (v_shape < 3.5) return max(q.x * 0.866 + p.y * 0.5, -p.y) - 0.66;
  return max(q.x * 0.866 + q.y * 0.5, q.y) - 0.93;
}
void main() {
  float pixel = u_correctionRatio * 2.0 / v_radius;
  float d = edgeDistance(v_offset / v_radius);
  #ifdef PICKING_MODE
  gl_FragColor = d > pixel ? transparent : v_color;
  #else
  float outline = smoothstep(-2.0 * pixel, -1.0 * pixel, d);
  float outside = smoothstep(-0.5 * pixel, 0.5 * pixel, d);
  gl_FragColor = mix(mix(v_color, v_outline, outline), transparent, outside);
  #endif
}`;

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const uniforms = ["u_sizeRatio", "u_correctionRatio", "u_matrix"] as const;

export interface ShapeData extends NodeDisplayData {
  shape?: Shape;
  outline?: string;
}

export class ShapeProgram extends NodeProgram<(typeof uniforms)[number]> {
  override getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES as 4,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_outline", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [2 * Math.PI / 3], [4 * Math.PI / 3]],
    };
  }

  override processVisibleItem(nodeIndex: number, start: number, data: ShapeData): void {
    this.array.set([
      data.x, data.y, data.size, shapes.indexOf(data.shape ?? "circle"), floatColor(data.color),
      floatColor(data.outline ?? data.color), nodeIndex,
    ], start);
  }

  override setUniforms({ sizeRatio, correctionRatio, matrix }: RenderParams,
                       { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(uniformLocations["u_sizeRatio"]!, sizeRatio);
    gl.uniform1f(uniformLocations["u_correctionRatio"]!, correctionRatio);
    gl.uniformMatrix3fv(uniformLocations["u_matrix"]!, false, matrix);
  }
}
