// SPDX-License-Identifier: Apache-2.0
//
// The positions of States and offices on the map: a State is at its capital, an office at its seat.
// A position is [longitude, latitude] in degrees, to a tenth, and makes no statement about borders
// or status. Nodes that are not listed here are named next to the map.
export type Place = readonly [longitude: number, latitude: number];

export const places: Readonly<Record<string, Place>> = {
  "state:AD": [1.5, 42.5], "state:AF": [69.2, 34.5], "state:AL": [19.8, 41.3],
  "state:AM": [44.5, 40.2], "state:AT": [16.4, 48.2], "state:AZ": [49.9, 40.4],
  "state:BA": [18.4, 43.9], "state:BE": [4.4, 50.8], "state:BG": [23.3, 42.7],
  "state:BY": [27.6, 53.9], "state:CA": [-75.7, 45.4], "state:CH": [7.4, 46.9],
  "state:CY": [33.4, 35.2], "state:CZ": [14.4, 50.1], "state:DE": [13.4, 52.5],
  "state:DK": [12.6, 55.7], "state:DZ": [3.1, 36.8], "state:EE": [24.8, 59.4],
  "state:EG": [31.2, 30.0], "state:ES": [-3.7, 40.4], "state:FI": [24.9, 60.2],
  "state:FR": [2.4, 48.9], "state:GB": [-0.1, 51.5], "state:GE": [44.8, 41.7],
  "state:GR": [23.7, 38.0], "state:HR": [16.0, 45.8], "state:HU": [19.0, 47.5],
  "state:IE": [-6.3, 53.3], "state:IL": [35.2, 31.8], "state:IS": [-21.9, 64.1],
  "state:IT": [12.5, 41.9], "state:JO": [35.9, 31.9], "state:JP": [139.7, 35.7],
  "state:KG": [74.6, 42.9], "state:KR": [127.0, 37.6], "state:KZ": [71.4, 51.2],
  "state:LI": [9.5, 47.1], "state:LT": [25.3, 54.7], "state:LU": [6.1, 49.6],
  "state:LV": [24.1, 56.9], "state:MA": [-6.8, 34.0], "state:MC": [7.4, 43.7],
  "state:MD": [28.8, 47.0], "state:ME": [19.3, 42.4], "state:MK": [21.4, 42.0],
  "state:MN": [106.9, 47.9], "state:MT": [14.5, 35.9], "state:NL": [4.9, 52.4],
  "state:NO": [10.8, 59.9], "state:PL": [21.0, 52.2], "state:PT": [-9.1, 38.7],
  "state:RO": [26.1, 44.4], "state:RS": [20.5, 44.8], "state:RU": [37.6, 55.8],
  "state:SE": [18.1, 59.3], "state:SI": [14.5, 46.1], "state:SK": [17.1, 48.1],
  "state:SM": [12.4, 43.9], "state:TH": [100.5, 13.8], "state:TJ": [68.8, 38.6],
  "state:TM": [58.4, 37.9], "state:TN": [10.2, 36.8], "state:TR": [32.9, 39.9],
  "state:UA": [30.5, 50.4], "state:US": [-77.0, 38.9], "state:UZ": [69.2, 41.3],
  "state:VA": [12.5, 41.9],
  "office:academy-bishkek": [74.6, 42.9], "office:albania": [19.8, 41.3],
  "office:ashgabat": [58.4, 37.9], "office:astana": [71.4, 51.2], "office:baku": [49.9, 40.4],
  "office:bih": [18.4, 43.9], "office:bishkek": [74.6, 42.9], "office:bmsc": [68.8, 38.6],
  "office:documentation-centre-prague": [14.4, 50.1], "office:dushanbe": [68.8, 38.6],
  "office:georgia": [44.8, 41.7], "office:hcnm": [4.3, 52.1], "office:kosovo": [21.2, 42.7],
  "office:minsk": [27.6, 53.9], "office:moldova": [28.8, 47.0], "office:montenegro": [19.3, 42.4],
  "office:odihr": [21.0, 52.2], "office:pa": [12.6, 55.7], "office:pcu": [30.5, 50.4],
  "office:secretariat": [16.4, 48.2], "office:serbia": [20.5, 44.8], "office:skopje": [21.4, 42.0],
  "office:smm": [30.5, 50.4], "office:spu": [30.5, 50.4], "office:uzbekistan": [69.2, 41.3],
  "office:yerevan": [44.5, 40.2], "office:zagreb": [16.0, 45.8],
  // Units of the Secretariat, which is in Vienna, and the Representative there.
  "office:atu": [16.4, 48.2], "office:bsmu": [16.4, 48.2], "office:cpc": [16.4, 48.2],
  "office:cthb": [16.4, 48.2], "office:dhr": [16.4, 48.2], "office:dmf": [16.4, 48.2],
  "office:external-cooperation": [16.4, 48.2], "office:fsc-support": [16.4, 48.2],
  "office:gender": [16.4, 48.2], "office:oceea": [16.4, 48.2], "office:oio": [16.4, 48.2],
  "office:osg": [16.4, 48.2], "office:rfom": [16.4, 48.2], "office:spmu": [16.4, 48.2],
  "office:tntd": [16.4, 48.2],
};
