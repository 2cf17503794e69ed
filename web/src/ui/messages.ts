// SPDX-License-Identifier: Apache-2.0
//
// Gives the texts of the page: one file for each language in text/, all with the same keys. In
// English, the program's words are used for the vocabulary of the graph, unless the file has other
// ones. A message may have plural forms ({"one": ..., "other": ...}, chosen by `n`) and places for
// values in braces.
import { englishWords } from "../core/schema.generated";
import en from "../text/en.json";
import fr from "../text/fr.json";

type Message = string | { one: string; other: string };
const english = { ...englishWords, ...en };
export type Key = keyof typeof english;

export const languages = { en: "English", fr: "Français" } as const;
export type Language = keyof typeof languages;

const texts: Record<Language, Record<Key, Message>> = { en: english, fr };

export type Translate = (key: Key, values?: Record<string, string | number>) => string;

export function translator(language: Language): Translate {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (key, values = {}) => {
    const message = texts[language][key];
    const form = typeof message === "string"
      ? message
      : plural.select(Number(values["n"] ?? 0)) === "one" ? message.one : message.other;
    return form.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? "";
      return typeof value === "number" ? number.format(value) : value;
    });
  };
}

export function isLanguage(text: string | undefined): text is Language {
  return text !== undefined && Object.hasOwn(languages, text); // an address may say "constructor"
}
