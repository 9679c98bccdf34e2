/** The page of a change report. */
import { render } from 'preact';
import { readIndex } from './data/read-data.ts';
import { ReportApp } from './report-app.tsx';

const app = document.getElementById('app');
if (app !== null) {
  const index = readIndex();
  app.replaceChildren();
  render(<ReportApp index={index} />, app);
  performance.mark('report-rendered');
}
