import type { CodeFinding } from '@tailcamp/contracts';
import type { Translate } from '@/lib/i18n/translate';

/** What was found in code, in a sentence. */
export function findingInWords(t: Translate, { rule, values }: CodeFinding): string {
  const { found = '', kind = '', name = '', paths = '', most = '', lines = '', depth = '', count = '' } = values;
  const { operator = '', strict = '', style = '', file = '', line = '' } = values;
  switch (rule) {
    case 'syntax':
      return t('finding.syntax', { found });
    case 'syntax-end':
      return t('finding.syntaxEnd');
    case 'indentation':
      return t('finding.indentation');
    case 'secret':
      return t('finding.secret', { kind });
    case 'complexity':
      return t('finding.complexity', { name, paths, most });
    case 'complexity-outside':
      return t('finding.complexityOutside', { paths, most });
    case 'long-function':
      return t('finding.longFunction', { name, lines, most });
    case 'nesting':
      return t('finding.nesting', { depth, most });
    case 'parameters':
      return t('finding.parameters', { name, count: Number(count), most });
    case 'var':
      return t('finding.var');
    case 'loose-equality':
      return t('finding.looseEquality', { operator, strict });
    case 'empty-catch':
      return t('finding.emptyCatch');
    case 'debugger':
      return t('finding.debugger');
    case 'bare-except':
      return t('finding.bareExcept');
    case 'mutable-default':
      return t('finding.mutableDefault', { name });
    case 'none-comparison':
      return t('finding.noneComparison', { operator });
    case 'star-import':
      return t('finding.starImport');
    case 'unused':
      return t('finding.unused', { name });
    case 'naming':
      return t('finding.naming', { name, style });
    case 'commented-out':
      return t('finding.commentedOut');
    case 'long-line':
      return t('finding.longLine', { count: Number(count), most });
    case 'long-file':
      return t('finding.longFile', { lines, most });
    case 'duplicate':
      return t('finding.duplicate', { lines, file, line });
    case 'missing-alt':
      return t('finding.missingAlt');
    case 'missing-lang':
      return t('finding.missingLang');
    case 'important':
      return t('finding.important');
    case 'not-text':
      return t('finding.notText');
    case 'too-large':
      return t('finding.tooLarge', { most });
    case 'cut-off':
      return t('finding.cutOff');
  }
}
