import type { Route } from '../http/router.ts';
import { CHECK_ROUTES } from './checks.ts';
import { COMMENT_ROUTES } from './comments.ts';
import { COMMIT_ROUTES } from './commits.ts';
import { CONTENTS_ROUTES } from './contents.ts';
import { EVENT_ROUTES } from './events.ts';
import { LABEL_ROUTES } from './labels.ts';
import { OBJECT_ROUTES } from './objects.ts';
import { PULL_ROUTES } from './pulls.ts';
import { REF_ROUTES } from './refs.ts';
import { REPOSITORY_ROUTES } from './repository.ts';

/** Every REST call of the fake. Checks stand before commits, whose path takes all that follows. */
export const ROUTES: readonly Route[] = [
  ...CHECK_ROUTES,
  ...COMMIT_ROUTES,
  ...REPOSITORY_ROUTES,
  ...REF_ROUTES,
  ...OBJECT_ROUTES,
  ...CONTENTS_ROUTES,
  ...PULL_ROUTES,
  ...COMMENT_ROUTES,
  ...LABEL_ROUTES,
  ...EVENT_ROUTES,
];
