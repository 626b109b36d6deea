/** What the page says of times and numbers, in the reader's own manner. */

const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const moments = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const numbers = new Intl.NumberFormat();

export const day = (time) => days.format(new Date(time));
export const moment = (time) => moments.format(new Date(time));
export const number = (value) => numbers.format(value);
export const counted = (count, noun) => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;

/** How long to wait, in words. */
export function wait(seconds) {
  if (seconds < 90) {
    return `${seconds} second${seconds === 1 ? '' : 's'}`;
  }
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) {
    return `${minutes} minutes`;
  }
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.ceil(hours / 24)} days`;
}

const PERIODS = ['Today', 'Yesterday', 'Last 7 days', 'Last 30 days', 'Earlier'];

/** The number of the period that a time falls into, and its name. */
export function period(time, now = new Date()) {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const before = (midnight - new Date(time).getTime()) / 86_400_000;
  const index = [0, 1, 7, 30].findIndex((limit) => before <= limit);
  return index < 0 ? PERIODS.length - 1 : index;
}

export const periodName = (index) => PERIODS[index];
