<configuration>
</configuration>
