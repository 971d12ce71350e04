/** The passwords that are tried first everywhere; longer lists can be added line by line. */
const common = new Set(
  `1234567890 12345678910 0123456789 9876543210 1111111111 0000000000 1234512345 1122334455 123123123123
  password12 password123 password1234 passwordpassword qwertyuiop qwerty1234 qwerty12345 1q2w3e4r5t 1qaz2wsx3edc
  iloveyou12 abcdefghij abcd123456 abc1234567 administrator letmein123 welcome123 sunshine123 princess123 football123
  baseball123 superman123 michael123 asdfghjkl1 zxcvbnm123 aa12345678 a123456789 123456789a q1w2e3r4t5 1234qwerasdf
  sakura1234 doraemon123 pokemon1234 telework123 kadokadokado`.split(/\s+/),
)

export const isCommonPassword = (password: string): boolean => common.has(password.toLowerCase())
