import { mask } from '../mask.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { Detector } from './detector.ts';

/** The shapes of keys and tokens that their issuers document, by issuer. */
const SHAPES: Readonly<Record<string, string>> = {
  AWS: '(?:AKIA|ASIA)[A-Z0-9]{16}',
  Anthropic: 'sk-ant-[\\w-]{20,200}',
  DigitalOcean: 'do[opr]_v1_[0-9a-f]{64}',
  GitHub: 'gh[pousr]_[A-Za-z0-9]{36,255}',
  'GitHub, fine-grained': 'github_pat_\\w{22,255}',
  GitLab: 'glpat-[\\w-]{20,255}',
  Google: 'AIza[\\w-]{35}',
  'Google OAuth': 'ya29\\.[\\w-]{20,1024}',
  'Hugging Face': 'hf_[A-Za-z0-9]{34,64}',
  Mailgun: 'key-[0-9a-f]{32}',
  npm: 'npm_[A-Za-z0-9]{36}',
  OpenAI: 'sk-(?:proj-|svcacct-)?(?=[\\w-]{0,64}\\d)[A-Za-z0-9][\\w-]{19,255}',
  PyPI: 'pypi-[\\w-]{50,512}',
  SendGrid: 'SG\\.[\\w-]{16,32}\\.[\\w-]{16,64}',
  Shopify: 'shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}',
  Slack: 'xox[abeoprs]-[A-Za-z0-9-]{10,255}',
  Square: 'sq0(?:atp|csp)-[\\w-]{22,64}',
  Stripe: '(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,255}',
  'Stripe webhook': 'whsec_[A-Za-z0-9+/]{24,128}',
  Twilio: 'SK[0-9a-f]{32}',
};

const KEY = new RegExp(`(?<![A-Za-z0-9])(?:${Object.values(SHAPES).join('|')})(?![A-Za-z0-9])`, 'g');

/** The shortest of them. */
const SHORTEST = 20;

/** What they begin with: a string without any is done with quickly, as nearly all are. */
const BEGINNING =
  /AKIA|ASIA|sk[-_]|do[opr]_v1|gh[pousr]_|github_pat|glpat|AIza|ya29|hf_|key-|npm_|pypi|SG\.|shp|xox|sq0|rk_|whsec|SK/;

/** Keys and tokens of well-known shapes. */
export const detectApiKeys: Detector = (text) => {
  if (text.length < SHORTEST || !BEGINNING.test(text)) return [];
  return Array.from(text.matchAll(KEY))
    .filter(([key]) => !isPlaceholder(key))
    .map(({ 0: key, index }) => ({
      kind: 'api-key',
      start: index,
      end: index + key.length,
      preview: mask(key),
    }));
};
