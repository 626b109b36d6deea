import { get } from '../net/api.js';
import { h } from '../ui/dom.js';
import { number } from '../ui/words.js';
import { table } from './table.js';

/** The rules of what is deleted when, and what they would delete now. */
export async function retention() {
  const { rules, dry_run: dry, inactive_accounts_after_seconds: inactive } = await get('/admin/retention?dry_run=true');
  return h(
    'div',
    {},
    h('p', { class: 'lead' }, dry ? 'Nothing is deleted: the rules are tried only (PARLEY_RETENTION_DRY_RUN).' : 'What the rules would delete if they ran now.'),
    table(
      [
        ['What', (row) => row.rule.replaceAll('_', ' ')],
        ['Kept for', (row) => kept(row.after_seconds)],
        ['#Due now', (row) => number(row.due)],
      ],
      rules,
    ),
    h('p', { class: 'none' }, inactive === null ? 'Accounts that nobody uses are kept.' : `Accounts that nobody uses are deleted after ${kept(inactive)}, once two mails have warned of it.`),
  );
}

function kept(seconds) {
  if (seconds === null) {
    return 'ever';
  }
  const hours = seconds / 3600;
  return hours < 48 ? `${number(hours)} hours` : `${number(Math.round(hours / 24))} days`;
}
