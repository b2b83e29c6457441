;;; incident-ls.el --- Incident reports after the CCADB guidelines  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1") (eglot "1.9"))
;; Keywords: languages, tools

;;; Commentary:

;; Tells Eglot how to start the language server incident-ls for Markdown:
;;
;;     (require 'incident-ls)
;;     (add-hook 'markdown-mode-hook #'eglot-ensure)
;;
;; What is shown and offered comes from the server; see README.md for where
;; Emacs shows it.  Two commands use the program itself: `incident-ls-new'
;; begins a report, and `incident-ls-check' lists all that is to be found in
;; one.

;;; Code:

(require 'compile)

(defvar eglot-server-programs)

(defgroup incident-ls nil
  "Incident reports after the CCADB guidelines."
  :group 'tools)

(defcustom incident-ls-program "incident-ls"
  "The program, by its name in the variable `exec-path' or by its path."
  :type 'string
  :risky t)

(defcustom incident-ls-settings nil
  "Settings of the server, as a property list.
They hold wherever nothing else is set, and are read when the server
starts.  An example:

    (:draft t :rules (:hard-wrap \"off\"))"
  :type 'plist
  :risky t)

;;;###autoload
(defun incident-ls-contact (&optional _interactive)
  "Return what `eglot-server-programs' wants to know of the server."
  `(,incident-ls-program "--stdio"
    ,@(and incident-ls-settings
           (list :initializationOptions incident-ls-settings))))

;;;###autoload
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((markdown-mode
                  (gfm-mode :language-id "markdown")
                  (markdown-ts-mode :language-id "markdown"))
                 . incident-ls-contact)))

(defun incident-ls--template (kind)
  "Return the template of a report of KIND."
  (with-temp-buffer
    (unless (eq 0 (call-process incident-ls-program nil t nil "new" kind))
      (user-error "%s" (string-trim (buffer-string))))
    (buffer-string)))

;;;###autoload
(defun incident-ls-new (kind file)
  "Begin a report of KIND in FILE, which is new or empty."
  (interactive
   (list (completing-read "Kind of report: "
                          '("preliminary" "full" "closure" "update"
                            "delay-update")
                          nil t)
         (read-file-name "In the file: " nil nil nil "report.md")))
  (let ((template (incident-ls--template kind)))
    (find-file file)
    (unless (zerop (buffer-size))
      (user-error "There is something in %s already" file))
    (insert template)
    (goto-char (point-min))))

;;;###autoload
(defun incident-ls-check ()
  "List all that is to be found in the file of this buffer.
That is what a report is held to before it is posted, and what a
pipeline would say of it.  \\<compilation-mode-map>\\[next-error] leads \
from one finding to the next."
  (interactive)
  (unless buffer-file-name
    (user-error "This buffer has no file to check"))
  (let ((buffer (current-buffer)))
    (save-some-buffers nil (lambda () (eq (current-buffer) buffer))))
  (let ((process-connection-type nil))  ; a pipe, for bare lines
    (compilation-start
     (mapconcat #'shell-quote-argument
                (list incident-ls-program "check" buffer-file-name) " ")
     nil
     (lambda (_mode) "*incident-ls check*"))))

(provide 'incident-ls)
;;; incident-ls.el ends here
