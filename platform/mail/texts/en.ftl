mail-url-wrong = The address of the mail server looks like this: smtp://mail.company.com:25 or smtps://name:password@mail.company.com
