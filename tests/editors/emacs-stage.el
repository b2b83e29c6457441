;;; emacs-stage.el --- What the tests in Emacs have in common  -*- lexical-binding: t; -*-

;;; Commentary:

;; Loaded by the script "emacs" in a folder with copies of the samples, with the
;; package as it is shipped.

;;; Code:

(require 'cl-lib)
(require 'ert)
(require 'seq)

;; Emacs -Q leaves Debian's packages out; newer ones bring Eglot themselves.
(dolist (package '("eglot" "markdown-mode" "project" "seq" "xref" "yasnippet"))
  (unless (and (> emacs-major-version 28)
               (not (member package '("markdown-mode" "yasnippet"))))
    (setq load-path
          (append (file-expand-wildcards
                   (concat "/usr/share/emacs/site-lisp/elpa/" package "-[0-9]*"))
                  load-path))))
(condition-case missing
    (mapc #'require '(eglot flymake markdown-mode yasnippet))
  (file-missing
   (message "SKIPPED: Emacs has none: %s" (cdr missing))
   (kill-emacs (if (equal (getenv "CI") "true") 1 77))))
(require 'incident-ls (expand-file-name "editors/emacs/incident-ls"
                                        (getenv "SOURCE")))

(setq auto-mode-alist '(("\\.md\\'" . markdown-mode))
      create-lockfiles nil
      eglot-sync-connect t
      make-backup-files nil)
(add-hook 'markdown-mode-hook #'eglot-ensure)

(defun stage-wait (what condition)
  "Wait until CONDITION, a function, returns something, and return that.
If it never does, WHAT is what was waited for in vain."
  (let (found
        debug-on-error)    ; ERT sets it, and so ends at errors in a sentinel
    (with-timeout (10 (ert-fail (list "in vain waited for" what)))
      (while (not (setq found (funcall condition)))
        (accept-process-output nil 0.01)))
    found))

(defun stage-visit (file)
  "Visit FILE and wait until Eglot manages it."
  (find-file file)
  (run-hooks 'post-command-hook)      ; where `eglot-ensure' waits
  (stage-wait "the server" #'eglot-managed-p))

(defun stage-leave ()
  "End the server and leave the buffer, whatever was done to it."
  (let ((server (eglot-current-server)))
    (when server
      (eglot-shutdown server)))
  (set-buffer-modified-p nil)
  (kill-buffer))

(defmacro stage-report (file &rest body)
  "Run BODY where FILE is visited."
  (declare (indent 1))
  `(save-window-excursion
     (stage-visit ,file)
     (unwind-protect (progn ,@body)
       (stage-leave))))

(defun stage-place (position)
  "Return POSITION as line and column, in bytes and from 1."
  (save-excursion
    (goto-char position)
    (format "%d:%d" (line-number-at-pos)
            (1+ (string-bytes (buffer-substring (line-beginning-position)
                                                position))))))

(defun stage-code (diagnostic)
  "Return the rule that DIAGNOSTIC is of."
  (plist-get (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))
             :code))

(defun stage-found ()
  "Return what Flymake shows: place, end and rule of each, in their order."
  (sort (mapcar (lambda (diagnostic)
                  (format "%s-%s %s"
                          (stage-place (flymake-diagnostic-beg diagnostic))
                          (stage-place (flymake-diagnostic-end diagnostic))
                          (stage-code diagnostic)))
                (flymake-diagnostics))
        #'string<))

(defun stage-checked ()
  "Return what the command line finds in the buffer's text, likewise."
  (let ((buffer (current-buffer)) findings)
    (with-temp-buffer
      (let ((output (current-buffer)))
        (with-current-buffer buffer
          (call-process-region nil nil "incident-ls" nil (list output nil) nil
                               "check" "--format" "json" "-")))
      (goto-char (point-min))
      (setq findings (plist-get (aref (plist-get (json-parse-buffer
                                                  :object-type 'plist)
                                                 :files)
                                      0)
                                :findings)))
    (sort (mapcar (lambda (finding)
                    (let ((range (plist-get finding :range)))
                      (format "%s-%s %s"
                              (stage-offset (plist-get range :start))
                              (stage-offset (plist-get range :end))
                              (plist-get finding :rule))))
                  findings)
          #'string<)))

(defun stage-offset (place)
  "Return PLACE, of the command line, as line and column in bytes."
  (stage-place (byte-to-position (1+ (plist-get place :offset)))))

(defun stage-sync ()
  "Tell the server of the changes, for which Eglot waits until Emacs idles."
  (eglot--signal-textDocument/didChange)
  (flymake-start))

(defun stage-agree ()
  "Wait until Flymake shows what the command line finds."
  (let ((checked (stage-checked)) found)
    (stage-sync)
    (condition-case nil
        (stage-wait "diagnostics"
                    (lambda ()
                      (equal checked (setq found (stage-found)))))
      (ert-test-failed (should (equal checked found))))))

(defun stage-find (code)
  "Wait for the diagnostic of the rule CODE and return it."
  (stage-sync)
  (stage-wait code
              (lambda ()
                (seq-find (lambda (one) (equal code (stage-code one)))
                          (flymake-diagnostics)))))

(defun stage-go (text)
  "Move behind the first TEXT of the buffer."
  (goto-char (point-min))
  (search-forward text))

(defun stage-replace (from to)
  "Put TO in the place of the first FROM."
  (stage-go from)
  (replace-match to t t))

(defun stage-line ()
  "Return the line of point."
  (buffer-substring-no-properties (line-beginning-position)
                                  (line-end-position)))

(defun stage-choose (wanted)
  "Complete at point and take the candidate WANTED as a user would.
An error if it isn't offered."
  (let ((completion-in-region-function
         (lambda (start end collection predicate)
           (let* ((word (buffer-substring start end))
                  (offered (all-completions word collection predicate))
                  (candidate (car (member wanted offered))))
             (unless candidate
               (ert-fail (list "not offered" wanted 'but
                               (mapcar #'substring-no-properties offered))))
             (delete-region start end)
             (insert candidate)
             (funcall (plist-get completion-extra-properties :exit-function)
                      candidate 'finished)))))
    (completion-at-point)))

(defun stage-act (title &optional kind)
  "Take the code action TITLE that is offered at point, of KIND."
  (let ((last-nonmenu-event ?\r)       ; a key: no menu pops up
        (completing-read-function
         (lambda (_prompt titles &rest _)
           (or (car (member title (all-completions "" titles)))
               (ert-fail (list "not offered" title 'but
                               (all-completions "" titles)))))))
    (eglot-code-actions (point) (min (1+ (point)) (point-max)) kind t)))

(provide 'emacs-stage)
;;; emacs-stage.el ends here
