export {
  type ChangeLine,
  type ChangeWord,
  changeLines,
  type VersionStep,
  versionStep,
} from './change-log/change-lines.ts';
export {
  type CompareTextsOptions,
  type Comparison,
  compareTexts,
  type NamedText,
} from './change-log/compare-texts.ts';
export {
  type ChangedDocument,
  type Compare,
  type DocumentComparer,
  documentComparer,
} from './change-log/document-comparer.ts';
export { check, checks } from './classify/catalogue.ts';
export {
  type Area,
  type Check,
  type Example,
  type LevelDifference,
  type Levels,
  usualLevel,
} from './classify/check.ts';
export { LAWS, type Law } from './classify/law.ts';
export { LEFT_OUT, type LeftOut } from './classify/left-out.ts';
export {
  DEFAULT_POLICY,
  type FailOn,
  hasFailed,
  type LevelSetting,
  type OptionalProperties,
  type Policy,
  type PolicySettings,
  policyOf,
  type Stability,
} from './classify/policy.ts';
export { PolicyError, type PolicyProblem } from './classify/policy-error.ts';
export { type DiffOptions, diff } from './diff.ts';
export { type DocumentVersions, diffDocuments, type Sides } from './diff-documents.ts';
export { ExceptionsFileError, type ExceptionsProblem } from './exceptions/errors.ts';
export { EXCEPTIONS_PATH, type Exception, parseExceptions } from './exceptions/exceptions-file.ts';
export {
  type ImportedIgnoreList,
  importIgnoreList,
  type UnreadableLine,
} from './exceptions/oasdiff-ignore.ts';
export type { DocumentSet, Json, JsonObject, SpecDocument, SpecVersion } from './read/document.ts';
export { type Load, type ReadSetOptions, readDocumentSet } from './read/document-set.ts';
export { ReadError, type ReadErrorCode } from './read/errors.ts';
export { READ_LIMITS, type ReadLimits } from './read/limits.ts';
export { type DocumentPair, isSame, readPair, type Source } from './read/read-pair.ts';
export { repeatedKeys } from './read/repeated-keys.ts';
export {
  ANNOTATIONS_A_LEVEL,
  type AnnotationOptions,
  type Annotations,
  renderAnnotations,
} from './render/annotations.ts';
export { renderJson } from './render/json.ts';
export { type JUnitOptions, renderJUnit } from './render/junit.ts';
export {
  COMMENT_LIMIT,
  type MarkdownLinks,
  type MarkdownOptions,
  renderMarkdown,
} from './render/markdown.ts';
export { codeSpan, inline, link, linkAddress } from './render/markdown-text.ts';
export { renderSarif, SARIF_RESULTS, type SarifOptions } from './render/sarif.ts';
export { type Palette, PLAIN, renderText, type TextOptions } from './render/text.ts';
export { headline, operationName, verdict } from './render/words.ts';
export { combineReports, type NamedReport } from './report/combine.ts';
export {
  type Change,
  type ChangePlace,
  type Direction,
  type DocumentStatus,
  LEVELS,
  type Level,
  type Proof,
  type Report,
  type ReportDocument,
  type ReportedException,
  type ReportedExceptions,
  type ReportOperation,
  type Side,
  type SourcePlace,
  type Summary,
  type Witness,
} from './report/report.ts';
export { operationsOf, summarise } from './report/summary.ts';
