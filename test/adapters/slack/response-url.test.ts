import { isResponseUrl } from '../../../adapters/slack/response-url';

test.each([
  ['https://hooks.slack.com/actions/T1/2/abc', null],
  ['https://hooks.slack.com:443/commands/T1/2/abc', null],
  ['https://hooks.slack-gov.com/actions/T1/2/abc', null],
  ['http://127.0.0.1:4000/actions/T1/2/abc', 'http://127.0.0.1:4000/api/'],
])('%s is Slack’s where the Web API is at %s', (url, apiUrl) => {
  expect(isResponseUrl(url, apiUrl)).toBe(true);
});

test.each([
  ['http://hooks.slack.com/actions/T1/2/abc', null],
  ['https://hooks.slack.com.evil.example/actions', null],
  ['https://evil.example/hooks.slack.com', null],
  ['https://hooks.slack.com@evil.example/', null],
  ['https://user:password@hooks.slack.com/', null],
  ['https://hooks.slack.com:8443/', null],
  ['https://slack.com/', null],
  ['http://127.0.0.1:41398/ssrf', null],
  ['http://127.0.0.1:4001/actions/T1/2/abc', 'http://127.0.0.1:4000/api/'],
  ['http://169.254.169.254/latest/meta-data', 'https://slack.com/api/'],
  ['file:///etc/passwd', null],
  ['', null],
  ['hooks.slack.com', null],
])('%s is not, where the Web API is at %s', (url, apiUrl) => {
  expect(isResponseUrl(url, apiUrl)).toBe(false);
});
