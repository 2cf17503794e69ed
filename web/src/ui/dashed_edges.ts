// SPDX-License-Identifier: Apache-2.0
//
// Draws dashed edges with sigma, for edges that are only inferred; saved pictures show them in the
// same way. The line goes from one node to the arrow head at the other, and its gaps keep their
// length on screen. A click on a gap counts as a click on the line.
import { EdgeArrowHeadProgram, EdgeProgram, createEdgeCompoundProgram, type ProgramInfo }
  from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

const vertexShader = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_start;
attribute vec2 a_end;
attribute vec2 a_normal;
attribute float a_radius;
attribute float a_along;
attribute float a_side;
uniform mat3 u_matrix;
uniform vec2 u_screen;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_minEdgeThickness;
varying vec4 v_color;
varying float v_along;
const float bias = 255.0 / 254.0;
void main() {
  float scale = u_correctionRatio / u_sizeRatio;
  float thickness = max(length(a_normal), u_minEdgeThickness * u_sizeRatio) * scale;
  vec2 across = a_normal / max(length(a_normal), 0.000001);
  vec2 back = vec2(-across.y, across.x) * a_radius * 2.0 * scale;
  vec2 position = mix(a_start, a_end + back, a_along) + across * a_side * thickness;
  gl_Position = vec4((u_matrix * vec3(position, 1)).xy, 0, 1);
  vec2 first = (u_matrix * vec3(a_start, 1)).xy;
  vec2 last = (u_matrix * vec3(a_end + back, 1)).xy;
  v_along = a_along * length((last - first) * 0.5 * u_screen);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

const fragmentShader = `
precision highp float;
varying vec4 v_color;
varying float v_along;
void main() {
  #ifndef PICKING_MODE
  if (mod(v_along, 7.0) > 4.0) discard;
  #endif
  gl_FragColor = v_color;
}`;

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const uniforms = ["u_matrix", "u_screen", "u_sizeRatio", "u_correctionRatio", "u_minEdgeThickness"] as const;

export class DashedLineProgram extends EdgeProgram<(typeof uniforms)[number]> {
  override getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES as 4,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: "a_start", size: 2, type: FLOAT },
        { name: "a_end", size: 2, type: FLOAT },
        { name: "a_normal", size: 2, type: FLOAT },
        { name: "a_radius", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [
        { name: "a_along", size: 1, type: FLOAT },
        { name: "a_side", size: 1, type: FLOAT },
      ],
      CONSTANT_DATA: [[0, 1], [0, -1], [1, 1], [1, 1], [0, -1], [1, -1]],
    };
  }

  override processVisibleItem(edgeIndex: number, start: number, source: NodeDisplayData,
                              target: NodeDisplayData, data: EdgeDisplayData): void {
    const [dx, dy] = [target.x - source.x, target.y - source.y];
    const share = (data.size || 1) / (Math.hypot(dx, dy) || 1);
    this.array.set([
      source.x, source.y, target.x, target.y, -dy * share, dx * share, target.size || 1,
      floatColor(data.color), edgeIndex,
    ], start);
  }

  override setUniforms({ matrix, width, height, sizeRatio, correctionRatio, minEdgeThickness }: RenderParams,
                       { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations["u_matrix"]!, false, matrix);
    gl.uniform2f(uniformLocations["u_screen"]!, width, height);
    gl.uniform1f(uniformLocations["u_sizeRatio"]!, sizeRatio);
    gl.uniform1f(uniformLocations["u_correctionRatio"]!, correctionRatio);
    gl.uniform1f(uniformLocations["u_minEdgeThickness"]!, minEdgeThickness);
  }
}

export const DashedArrowProgram = createEdgeCompoundProgram([DashedLineProgram, EdgeArrowHeadProgram]);
