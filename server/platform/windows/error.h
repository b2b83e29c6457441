/* error.h - why a call of Windows failed, in the words of C. */
#ifndef WINDOWS_ERROR_H
#define WINDOWS_ERROR_H

/* Sets errno to what the calling thread's last error of Windows means. */
void error_take(void);

#endif
