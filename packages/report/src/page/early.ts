/** Runs in the head of a page, before anything is shown, so that no theme flashes up that the reader did not choose. */
import { applyTheme, savedTheme } from './theme.ts';

applyTheme(savedTheme());
